import { inTurn, integer, listOf, oneOf, satisfying } from '../../checks/check';
import type { Check } from '../../checks/problem';
import { optional, required, shape } from '../../checks/props';
import type { Autoscaling, ScalingBehavior, ScalingPolicy, ScalingRules } from './autoscaling';

const percentage = integer(1, 100, ', in percent of what is asked for', 70);

const policy = shape<ScalingPolicy>({
  type: required(oneOf('Pods', 'Percent'), undefined),
  value: required(integer(1, 1000), undefined),
  periodSeconds: required(integer(1, 1800, ', in seconds', 60), undefined),
});

const policies = inTurn(
  listOf(policy),
  satisfying(
    (value) => (value as readonly unknown[]).length > 0,
    'is empty',
    'one policy at the least.',
    "leave it out, or write selectPolicy: 'Disabled'.",
  ),
);

const scaling = shape<ScalingRules>({
  stabilizationWindowSeconds: optional(integer(0, 3600, ', in seconds', 300)),
  selectPolicy: optional(oneOf('Max', 'Min', 'Disabled')),
  policies: optional(policies),
});

export const autoscaling: Check = shape<Autoscaling>({
  minReplicas: optional(integer(1, 1000, '', 2)),
  maxReplicas: optional(integer(2, 1000, '', 10)),
  cpu: optional((value) => (value === 'none' ? [] : percentage(value))),
  memory: optional(percentage),
  behavior: optional(shape<ScalingBehavior>({ scaleUp: optional(scaling), scaleDown: optional(scaling) })),
});
