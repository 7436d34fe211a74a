import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Identity } from '../pods/identity';

export interface ServiceOptions {
  /** @default - the workload's name */
  readonly name?: string;
  readonly port: number;
  readonly portName: string;
  readonly spec?: k8s.ServiceSpec;
}

/** A Service that leads to the workload's pods, with the same port outside as inside. */
export function serviceFor(
  construct: Construct,
  id: string,
  identity: Identity,
  options: ServiceOptions,
): k8s.KubeService {
  const { name = identity.name, port, portName, spec } = options;
  return new k8s.KubeService(construct, id, {
    metadata: { ...identity.metadata, name },
    spec: {
      ...spec,
      selector: identity.selector,
      ports: [{ name: portName, port, targetPort: k8s.IntOrString.fromString(portName), protocol: 'TCP' }],
    },
  });
}
