import { either, integer, listOf, oneOf } from '../../checks/check';
import { env } from '../../checks/env';
import { image } from '../../checks/image';
import { intOrPercent } from '../../checks/int-or-percent';
import { localOptions } from '../../checks/local-options';
import { httpPath } from '../../checks/path';
import { allowFrom, egress } from '../../checks/peers';
import { podRules } from '../../checks/pod';
import { containerPort, remotePort } from '../../checks/port';
import { handler, probe } from '../../checks/probe';
import type { Finding } from '../../checks/problem';
import { optional, type Rules, required, shape } from '../../checks/props';
import { resources } from '../../checks/resources';
import { isText } from '../../checks/text';
import { aBudget } from '../disruption-budget';
import { fileRules } from '../file-props';
import { httpRoute } from '../http-route-rules';
import { ingress } from '../ingress-rules';
import { metrics } from '../metrics-rules';
import { defaultResources } from './api-container';
import { idleAutoscaler } from './autoscaling';
import { autoscaling } from './autoscaling-rules';
import { sameProbes } from './probes';
import type { DataApiProps } from './props';
import { type DeploymentStrategy, stuckRollout } from './rollout';
import { type Lifecycle, tooLittleGrace } from './shutdown';

const lifecycle: Rules<Lifecycle> = {
  postStart: optional(handler),
  preStop: optional(either(oneOf('none'), handler)),
};

const strategy: Rules<DeploymentStrategy> = {
  type: optional(oneOf('RollingUpdate', 'Recreate')),
  rollingUpdate: optional(shape({ maxSurge: optional(intOrPercent), maxUnavailable: optional(intOrPercent) })),
};

const seconds = (least: number) => integer(least, 86_400, ', in seconds', 30);

export const rules: Rules<DataApiProps> = {
  ...podRules,
  ...fileRules,
  image: required(image, 'invalid:0'),
  port: optional(containerPort),
  servicePort: optional(remotePort),
  replicas: optional(integer(1, 1000, '', 3)),
  autoscaling: optional(autoscaling),
  spread: optional(oneOf('preferred', 'required', 'none')),
  disruptionBudget: optional(either(oneOf('none'), aBudget)),
  env: optional(env),
  command: optional(listOf(isText)),
  livenessPath: optional(httpPath),
  readinessPath: optional(httpPath),
  startupProbe: optional(probe(1)),
  livenessProbe: optional(probe(1)),
  readinessProbe: optional(probe(100)),
  lifecycle: optional(shape(lifecycle)),
  drainSeconds: optional(seconds(0)),
  strategy: optional(shape(strategy)),
  minReadySeconds: optional(seconds(0)),
  progressDeadlineSeconds: optional(seconds(1)),
  revisionHistoryLimit: optional(integer(0, 1000, '', 5)),
  resources: optional(resources(defaultResources)),
  egress: optional(egress),
  allowFrom: optional(allowFrom),
  ingress: optional(ingress),
  httpRoute: optional(httpRoute),
  metrics: optional(metrics),
  local: optional(shape(localOptions)),
};

/** What is right by itself and wrong beside something else. */
export function wrongTogether(props: DataApiProps): readonly Finding[] {
  return [
    ...sameProbes(props, props.port),
    ...tooLittleGrace(props),
    ...stuckRollout(props),
    ...idleAutoscaler(props.autoscaling),
    ...samePorts(props),
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
