import { integer, listOf } from '../../checks/check';
import { env } from '../../checks/env';
import { image } from '../../checks/image';
import { localOptions } from '../../checks/local-options';
import { httpPath } from '../../checks/path';
import { allowFrom, egress } from '../../checks/peers';
import { podRules } from '../../checks/pod';
import { containerPort, remotePort } from '../../checks/port';
import type { Finding } from '../../checks/problem';
import { optional, type Rules, required, shape } from '../../checks/props';
import { resources } from '../../checks/resources';
import { isText } from '../../checks/text';
import { fileRules } from '../file-props';
import { ingress } from '../ingress-rules';
import { metrics } from '../metrics-rules';
import { defaultResources } from './api-container';
import type { DataApiProps } from './props';

export const rules: Rules<DataApiProps> = {
  ...podRules,
  ...fileRules,
  image: required(image, 'invalid:0'),
  port: optional(containerPort),
  servicePort: optional(remotePort),
  replicas: optional(integer(1, 1000, '', 3)),
  env: optional(env),
  command: optional(listOf(isText)),
  livenessPath: optional(httpPath),
  readinessPath: optional(httpPath),
  resources: optional(resources(defaultResources)),
  egress: optional(egress),
  allowFrom: optional(allowFrom),
  ingress: optional(ingress),
  metrics: optional(metrics),
  local: optional(shape(localOptions)),
};

/** What is right by itself and wrong beside something else. */
export function conflicts(props: DataApiProps): readonly Finding[] {
  return [...samePaths(props), ...samePorts(props)];
}

/** A pod whose database is away is not ready, but killing it does not help. */
function samePaths({ livenessPath = '/health', readinessPath = '/ready' }: DataApiProps): readonly Finding[] {
  if (livenessPath !== readinessPath) return [];
  return [
    {
      prop: 'livenessPath',
      wrong: 'is the readiness path too',
      got: livenessPath,
      expected: 'a path that answers as long as the process lives, whatever its database does',
      fix: 'serve two paths, such as /health and /ready',
    },
  ];
}

function samePorts({ port = 8000, servicePort = port, metrics }: DataApiProps): readonly Finding[] {
  const { port: metricsPort = port } = metrics ?? {};
  if (metricsPort === port || metricsPort !== servicePort) return [];
  return [
    {
      prop: 'servicePort',
      wrong: 'is the port of the metrics too',
      got: servicePort,
      expected: 'a number for each port of the Service',
      fix: 'choose another one',
    },
  ];
}
