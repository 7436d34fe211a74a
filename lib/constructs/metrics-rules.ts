import { inTurn, mapOf, oneOf } from '../checks/check';
import { label } from '../checks/label';
import { httpPath } from '../checks/path';
import { peer } from '../checks/peers';
import { containerPort } from '../checks/port';
import type { Check, Finding } from '../checks/problem';
import { optional, type Rules, shape } from '../checks/props';
import type { MetricsProps } from './metrics-props';

const rules: Rules<MetricsProps> = {
  path: optional(httpPath),
  port: optional(containerPort),
  kind: optional(oneOf('annotations', 'serviceMonitor')),
  labels: optional(
    mapOf(
      () => [],
      (value, key) => label(key, value),
    ),
  ),
  from: optional(peer),
};

export const metrics: Check = inTurn(shape(rules), labelsOfMonitor);

function labelsOfMonitor(value: unknown): readonly Finding[] {
  const { kind, labels } = value as MetricsProps;
  if (labels === undefined || kind === 'serviceMonitor') return [];
  return [
    {
      prop: 'labels',
      wrong: 'are those of a ServiceMonitor, and there is none',
      expected: "labels beside kind: 'serviceMonitor'.",
      fix: "write kind: 'serviceMonitor', or leave them out.",
    },
  ];
}
