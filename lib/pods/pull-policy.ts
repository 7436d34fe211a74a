import { Lazy } from 'cdk8s';

/** When a node asks the registry: https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy. */
export type PullPolicy = (typeof pullPolicies)[number];

export const pullPolicies = ['Always', 'IfNotPresent', 'Never'] as const;

const settled = new WeakMap<object, PullPolicy>();

/** Says that of an app's containers, before anything of it is read. */
export function settlePullPolicy(app: object, policy: PullPolicy): void {
  settled.set(app, policy);
}

/** Asked at synth: an app may say it last. Without a word of it, a node asks always. */
export function pullPolicyOf(app: object): string {
  return Lazy.any({ produce: () => settled.get(app) ?? 'Always' });
}
