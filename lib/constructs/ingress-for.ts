import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { typedObject } from '../objects/typed-object';
import type { Identity } from '../pods/identity';
import type { IngressProps } from './ingress-props';
import { hostsOf, pathsOf, takeRoutes } from './routes';

/** An Ingress that leads to a port of the workload's Service, by its name. */
export function ingressFor(
  construct: Construct,
  { metadata, name }: Identity,
  portName: string,
  ingress: IngressProps,
): k8s.KubeIngress {
  const { ingressClassName, tlsSecretName = `${name}-tls`, pathType = 'Prefix' } = ingress;
  const hosts = hostsOf(ingress);
  const backend = { service: { name, port: { name: portName } } };
  const http = { paths: pathsOf(ingress).map((path) => ({ path, pathType, backend })) };
  const annotations = annotationsOf(ingress);
  takeRoutes(construct, ingress);
  return typedObject(k8s.KubeIngress, construct, 'ingress', {
    metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: {
      ingressClassName,
      ...(ingress.insecureHttp === undefined && { tls: [{ hosts: [...hosts], secretName: tlsSecretName }] }),
      rules: hosts.map((host) => ({ host, http })),
    },
  });
}

function annotationsOf({ annotations, clusterIssuer, insecureHttp }: IngressProps): Readonly<Record<string, string>> {
  return {
    ...annotations,
    ...(clusterIssuer !== undefined && { 'cert-manager.io/cluster-issuer': clusterIssuer }),
    ...(insecureHttp !== undefined && {
      'cdk8s-tandem/insecure-http': insecureHttp,
      'polaris.fairwinds.com/tlsSettingsMissing-exempt': 'true',
    }),
  };
}
