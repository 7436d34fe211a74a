import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Finding } from '../../checks/problem';
import { typedObject } from '../../objects/typed-object';
import type { Identity } from '../../pods/identity';
import { mergePatch } from '../../pods/merge-patch';

/** How many pods run as the load changes, in the words of a HorizontalPodAutoscaler. */
export interface Autoscaling {
  /**
   * How many run at the least.
   *
   * @default 2
   */
  readonly minReplicas?: number;
  /**
   * How many run at the most.
   *
   * @default 10
   */
  readonly maxReplicas?: number;
  /**
   * Percentage of the CPU that the main container asks for, on average over the pods, above which there are more of
   * them; containers beside it do not count. `'none'` where memory alone decides.
   *
   * @default 70
   */
  readonly cpu?: number | 'none';
  /**
   * The same of its memory. Most programs do not give it back when they have less to do, and so keep their pods.
   *
   * @default - memory does not count
   */
  readonly memory?: number;
  /**
   * How fast their number changes. Over the default field by field: `policies` as a whole.
   *
   * @default - scaleUp at once, by 100 % or 4 pods in 30 s, whichever is more; scaleDown by 25 % in 60 s, after 300 s of less load
   */
  readonly behavior?: ScalingBehavior;
}

/** https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior */
export interface ScalingBehavior {
  readonly scaleUp?: ScalingRules;
  readonly scaleDown?: ScalingRules;
}

export interface ScalingRules {
  readonly stabilizationWindowSeconds?: number;
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled';
  readonly policies?: readonly ScalingPolicy[];
}

export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  readonly periodSeconds: number;
}

const quickUpSlowDown: ScalingBehavior = {
  scaleUp: {
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 100, periodSeconds: 30 },
      { type: 'Pods', value: 4, periodSeconds: 30 },
    ],
  },
  scaleDown: {
    stabilizationWindowSeconds: 300,
    policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
  },
};

export function autoscalerFor(
  construct: Construct,
  { metadata, name }: Identity,
  given: Autoscaling,
): k8s.KubeHorizontalPodAutoscalerV2 {
  const { minReplicas = 2, maxReplicas = 10, cpu = 70, memory, behavior } = given;
  return typedObject(k8s.KubeHorizontalPodAutoscalerV2, construct, 'autoscaler', {
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas,
      maxReplicas,
      metrics: [...share(name, 'cpu', cpu), ...share(name, 'memory', memory)],
      behavior: behaviorOf(behavior),
    },
  });
}

function share(container: string, name: string, averageUtilization: number | 'none' = 'none'): k8s.MetricSpecV2[] {
  if (averageUtilization === 'none') return [];
  const containerResource = { container, name, target: { type: 'Utilization', averageUtilization } };
  return [{ type: 'ContainerResource', containerResource }];
}

function behaviorOf(given: ScalingBehavior = {}): k8s.HorizontalPodAutoscalerBehaviorV2 {
  const { scaleUp, scaleDown } = mergePatch(quickUpSlowDown, given);
  return { scaleUp: rulesOf(scaleUp), scaleDown: rulesOf(scaleDown) };
}

function rulesOf({ policies = [], ...rest }: ScalingRules = {}): k8s.HpaScalingRulesV2 {
  return { ...rest, policies: [...policies] };
}

/** An autoscaler that has nothing to decide, or nothing to decide by. */
export function idleAutoscaler(given: Autoscaling = {}): readonly Finding[] {
  return [...(boundsMeet(given) ? [meetingBounds(given)] : []), ...(asksNothing(given) ? [noMetric] : [])];
}

function boundsMeet({ minReplicas = 2, maxReplicas = 10 }: Autoscaling): boolean {
  return minReplicas >= maxReplicas;
}

function asksNothing({ cpu, memory }: Autoscaling): boolean {
  return cpu === 'none' && memory === undefined;
}

function meetingBounds({ minReplicas = 2, maxReplicas }: Autoscaling): Finding {
  const given =
    maxReplicas === undefined ? { prop: 'minReplicas', got: minReplicas } : { prop: 'maxReplicas', got: maxReplicas };
  return {
    ...given,
    prop: `autoscaling.${given.prop}`,
    wrong: `leaves nothing to decide between minReplicas, ${minReplicas}, and maxReplicas, ${maxReplicas ?? 10}`,
    expected: 'a maxReplicas above minReplicas',
    fix: `write maxReplicas: ${minReplicas * 2}, or replicas: ${minReplicas} in place of autoscaling`,
  };
}

const noMetric: Finding = {
  prop: 'autoscaling.cpu',
  wrong: "is 'none', and memory does not count either",
  expected: 'a percentage of CPU or of memory to decide by',
  fix: 'leave it out, or say memory',
};
