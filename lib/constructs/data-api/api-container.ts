import type { k8s } from 'cdk8s-plus-28';
import { envVars } from '../../connections/env';
import { type ContainerResources, resourceRequirements } from '../../pods/resources';
import { otherPorts } from '../metrics-for';
import { portName, probesOf, typedProbe } from './probes';
import type { DataApiProps } from './props';
import { lifecycleOf } from './shutdown';

export function apiContainer(name: string, port: number, props: DataApiProps): k8s.Container {
  const { startupProbe, livenessProbe, readinessProbe } = probesOf(props);
  return {
    name,
    image: props.image,
    command: props.command && [...props.command],
    env: envVars(props.env ?? {}),
    ports: [{ name: portName, port }, ...otherPorts(port, props.metrics)].map(containerPort),
    startupProbe: typedProbe(startupProbe),
    livenessProbe: typedProbe(livenessProbe),
    readinessProbe: typedProbe(readinessProbe),
    lifecycle: lifecycleOf(props),
    resources: resourceRequirements(defaultResources, props.resources),
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

function containerPort({ name, port }: { readonly name: string; readonly port: number }): k8s.ContainerPort {
  return { name, containerPort: port, protocol: 'TCP' };
}

/** The numbers that the practice gives an API: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/. */
export const defaultResources: ContainerResources = {
  cpu: { request: '200m', limit: '500m' },
  memory: { request: '256Mi', limit: '512Mi' },
  ephemeralStorage: { request: '64Mi', limit: '256Mi' },
};
