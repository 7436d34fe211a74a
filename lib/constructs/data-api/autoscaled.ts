import type { k8s } from 'cdk8s-plus-28';
import type { Finding } from '../../checks/problem';
import { type Autoscaler, autoscalersOf, type Metric } from '../autoscalers';
import { tooManyAsked } from '../disruption-budget';
import { replicasOf } from './deployment';
import type { DataApiProps } from './props';

/** What is wrong about the number of pods, which autoscalers decide, ours or the user's, where there are any. */
export function wrongCount(deployment: k8s.KubeDeployment, namespace: string, props: DataApiProps): readonly Finding[] {
  const autoscalers = autoscalersOf(deployment, namespace);
  const [first] = autoscalers;
  const least = first ? Math.min(...autoscalers.map(({ minReplicas }) => minReplicas)) : replicasOf(props);
  return [
    ...(first && props.replicas !== undefined ? [twoSay(first, props.replicas)] : []),
    ...(autoscalers.length > 1 ? [severalSay(autoscalers)] : []),
    ...tooManyAsked(props.disruptionBudget, least),
    ...autoscalers.flatMap((autoscaler) => notAskedFor(deployment, autoscaler)),
  ];
}

function twoSay({ construct }: Autoscaler, replicas: number): Finding {
  return {
    prop: 'replicas',
    wrong: `is decided by the autoscaler ${construct}, and each apply would undo what it decides`,
    got: replicas,
    expected: 'one of the two',
    fix: 'leave replicas out: minReplicas says how many there are at the least',
  };
}

function severalSay(autoscalers: readonly Autoscaler[]): Finding {
  return {
    prop: 'autoscaling',
    wrong: `is in several hands: ${autoscalers.map(({ construct }) => construct).join(', ')}`,
    expected: 'one autoscaler: where several lead to a Deployment, none of them decides',
    fix: 'leave out all but one',
  };
}

/** A percentage of nothing: such an autoscaler never decides. */
function notAskedFor(deployment: k8s.KubeDeployment, { construct, metrics }: Autoscaler): readonly Finding[] {
  const containers = metrics.length > 0 ? containersOf(deployment) : [];
  return metrics.flatMap((metric) =>
    containers
      .filter((container) => counts(container, metric) && !asksFor(container, metric.resource))
      .map(({ name }) => ({
        prop: `${name === deployment.name ? 'container' : `containers.${name}`}.resources.requests.${metric.resource}`,
        wrong: `is missing, and the autoscaler ${construct} decides by a percentage of it`,
        expected: 'what the container needs',
        fix: 'say it, or measure something else',
      })),
  );
}

function containersOf(deployment: k8s.KubeDeployment): readonly k8s.Container[] {
  return deployment.toJson().spec?.template?.spec?.containers ?? [];
}

function counts({ name }: k8s.Container, { container = name }: Metric): boolean {
  return container === name;
}

/** Of what is limited alone, the API server asks for as much. */
function asksFor({ resources }: k8s.Container, resource: string): boolean {
  return resources?.requests?.[resource] !== undefined || resources?.limits?.[resource] !== undefined;
}
