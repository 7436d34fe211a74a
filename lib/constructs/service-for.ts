import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { typedObject } from '../objects/typed-object';
import type { Identity } from '../pods/identity';

export interface ServiceOptions {
  /** @default - the workload's name */
  readonly name?: string;
  readonly port: number;
  readonly portName: string;
  /** Ports beside it, each as in the pod. */
  readonly others?: readonly { readonly name: string; readonly port: number }[];
  readonly spec?: k8s.ServiceSpec;
}

/** A Service that leads to the workload's pods, by the names of their ports. */
export function serviceFor(
  construct: Construct,
  id: string,
  identity: Identity,
  options: ServiceOptions,
): k8s.KubeService {
  const { name = identity.name, port, portName, others = [], spec } = options;
  const service: k8s.KubeServiceProps = {
    metadata: { ...identity.metadata, name },
    spec: {
      ...spec,
      selector: identity.selector,
      ports: [{ name: portName, port }, ...others].map(servicePort),
    },
  };
  return typedObject(k8s.KubeService, construct, id, service);
}

function servicePort({ name, port }: { readonly name: string; readonly port: number }): k8s.ServicePort {
  return { name, port, targetPort: k8s.IntOrString.fromString(name), protocol: 'TCP' };
}
