import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Identity } from '../pods/identity';
import type { IngressProps } from './ingress-props';
import { takeRoute } from './routes';

/** An Ingress that leads to a port of the workload's Service, by its name. */
export function ingressFor(
  construct: Construct,
  { metadata, name }: Identity,
  portName: string,
  ingress: IngressProps,
): k8s.KubeIngress {
  const { host, path = '/', pathType = 'Prefix', ingressClassName, tlsSecretName = `${name}-tls` } = ingress;
  const annotations = annotationsOf(ingress);
  takeRoute(construct, ingress);
  return new k8s.KubeIngress(construct, 'ingress', {
    metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: {
      ingressClassName,
      ...(ingress.insecureHttp === undefined && { tls: [{ hosts: [host], secretName: tlsSecretName }] }),
      rules: [
        { host, http: { paths: [{ path, pathType, backend: { service: { name, port: { name: portName } } } }] } },
      ],
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
