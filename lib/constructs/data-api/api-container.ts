import { k8s } from 'cdk8s-plus-28';
import { envVars } from '../../connections/env';
import { type ContainerResources, resourceRequirements } from '../../pods/resources';
import { otherPorts } from '../metrics-for';
import type { DataApiProps } from './props';

export const portName = 'http';

export function apiContainer(name: string, port: number, props: DataApiProps): k8s.Container {
  const get = (path: string) => ({ path, port: k8s.IntOrString.fromString(portName) });
  const liveness = { httpGet: get(props.livenessPath ?? '/health') };
  return {
    name,
    image: props.image,
    command: props.command && [...props.command],
    env: envVars(props.env ?? {}),
    ports: [{ name: portName, port }, ...otherPorts(port, props.metrics)].map(containerPort),
    startupProbe: { ...liveness, periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 60 },
    livenessProbe: { ...liveness, initialDelaySeconds: 30, periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 6 },
    readinessProbe: {
      httpGet: get(props.readinessPath ?? '/ready'),
      initialDelaySeconds: 5,
      periodSeconds: 5,
      timeoutSeconds: 2,
      failureThreshold: 3,
    },
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
};
