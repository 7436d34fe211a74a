import fc from 'fast-check';
import type { Family, Right, Written, Wrong } from './family';
import { noCount } from './strangers';

const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });
const count = (min: number, max: number) => fc.integer({ min, max });
const percent = count(1, 99).map((number) => `${number}%`);
const workload = fc.constantFrom('api' as const, 'mongo' as const);
const anyKind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const, 'mongo' as const);

const policy = fc.record({
  type: fc.constantFrom('Pods', 'Percent'),
  value: count(1, 1000),
  periodSeconds: count(1, 1800),
});
const rules = some({
  stabilizationWindowSeconds: count(0, 3600),
  selectPolicy: fc.constantFrom('Max', 'Min', 'Disabled'),
  policies: fc.array(policy, { minLength: 1, maxLength: 2 }),
});
const autoscaling = fc
  .record({
    minReplicas: count(1, 500),
    more: count(1, 500),
    cpu: count(1, 100),
    memory: count(1, 100),
    behavior: some({ scaleUp: rules, scaleDown: rules }),
  })
  .map(({ more, ...given }) => ({ ...given, maxReplicas: given.minReplicas + more }));
const toleration = fc.oneof(
  fc.record({
    key: fc.constantFrom('batch', 'example.com/gpu'),
    operator: fc.constant('Equal'),
    value: fc.constantFrom('', 'yes', '1'),
    effect: fc.constantFrom('NoSchedule', 'PreferNoSchedule'),
  }),
  fc.record({
    operator: fc.constant('Exists'),
    effect: fc.constant('NoExecute'),
    tolerationSeconds: count(0, 2 ** 31 - 1),
  }),
);

const right: fc.Arbitrary<Right> = fc.oneof(
  count(1, 1000).map((replicas) => ({
    kind: 'api' as const,
    props: { replicas },
    kept: (written: Written) => expect(specOf(written, 'Deployment')).toMatchObject({ replicas }),
  })),
  autoscaling.map(({ behavior, cpu, memory, ...bounds }) => ({
    kind: 'api' as const,
    props: { autoscaling: { ...bounds, cpu, memory, behavior } },
    kept(written: Written) {
      const metrics = [cpu, memory].map((averageUtilization) => ({
        containerResource: { target: { averageUtilization } },
      }));
      expect(specOf(written, 'HorizontalPodAutoscaler')).toMatchObject({ ...bounds, metrics, behavior });
      expect(specOf(written, 'Deployment')).not.toHaveProperty('replicas');
    },
  })),
  fc
    .tuple(workload, fc.oneof(percent, count(1, 100)), fc.constantFrom('AlwaysAllow', 'IfHealthyBudget'))
    .map(([kind, maxUnavailable, unhealthyPodEvictionPolicy]) => ({
      kind,
      props: { disruptionBudget: { maxUnavailable, unhealthyPodEvictionPolicy } },
      kept: (written: Written) =>
        expect(specOf(written, 'PodDisruptionBudget')).toMatchObject({ maxUnavailable, unhealthyPodEvictionPolicy }),
    })),
  fc.tuple(fc.oneof(percent, count(1, 1000)), fc.oneof(percent, count(0, 1000))).map(([maxSurge, maxUnavailable]) => ({
    kind: 'api' as const,
    props: { strategy: { rollingUpdate: { maxSurge, maxUnavailable } } },
    kept: (written: Written) =>
      expect(specOf(written, 'Deployment')).toMatchObject({
        strategy: { rollingUpdate: { maxSurge, maxUnavailable } },
      }),
  })),
  fc
    .record({ minReadySeconds: count(0, 80_000), more: count(1, 6_000), revisionHistoryLimit: count(0, 1000) })
    .map(({ more, ...given }) => ({ ...given, progressDeadlineSeconds: given.minReadySeconds + more }))
    .map((props) => ({
      kind: 'api' as const,
      props,
      kept: (written: Written) => expect(specOf(written, 'Deployment')).toMatchObject(props),
    })),
  fc.tuple(anyKind, fc.array(toleration, { maxLength: 2 })).map(([kind, tolerations]) => ({
    kind,
    props: { tolerations },
    kept: ({ pod }: Written) => expect(pod.spec.tolerations ?? []).toEqual(tolerations),
  })),
  fc.tuple(anyKind, count(1, 2 ** 31 - 1), count(45, 86_400)).map(([kind, uid, terminationGracePeriodSeconds]) => ({
    kind,
    props: { uid, terminationGracePeriodSeconds },
    kept({ pod, service }: Written) {
      expect(pod.spec).toMatchObject({
        terminationGracePeriodSeconds,
        securityContext: { runAsUser: uid, fsGroup: uid },
      });
      if (kind === 'api') expect(service).toMatchObject({ user: `${uid}:${uid}` });
    },
  })),
);

const outside = (least: number, most: number) => fc.oneof(noCount, fc.constantFrom(least - 1, most + 1));
const amount = fc.oneof(
  noCount.filter((value) => !(value instanceof Number)),
  fc.constantFrom<unknown>('', '5', '150%', '-1%', '1.5%', '％', '5 %', 'all', '100 %', 1001, { value: -1 }),
);
const of = (kind: Wrong['kind'], prop: string, props: object): Wrong => ({ kind, prop, props });

const wrong: fc.Arbitrary<Wrong> = fc.oneof(
  outside(1, 1000).map((replicas) => of('api', 'replicas', { replicas })),
  outside(1, 1000).map((minReplicas) => of('api', 'autoscaling.minReplicas', { autoscaling: { minReplicas } })),
  outside(2, 1000).map((maxReplicas) => of('api', 'autoscaling.maxReplicas', { autoscaling: { maxReplicas } })),
  outside(1, 100).map((cpu) => of('api', 'autoscaling.cpu', { autoscaling: { cpu } })),
  outside(1, 100).map((memory) => of('api', 'autoscaling.memory', { autoscaling: { memory } })),
  count(1, 9).map((more) =>
    of('api', 'autoscaling.maxReplicas', { autoscaling: { minReplicas: 10 + more, maxReplicas: 10 } }),
  ),
  fc
    .constantFrom<unknown>(
      'fast',
      null,
      { policies: [] },
      { policies: [{}] },
      { policies: [{ type: 'Pods', value: 0, periodSeconds: 1 }] },
      { selectPolicy: 'max' },
    )
    .map((scaleUp) => of('api', 'autoscaling.behavior.scaleUp', { autoscaling: { behavior: { scaleUp } } })),
  fc
    .tuple(workload, amount)
    .map(([kind, given]) =>
      of(kind, 'disruptionBudget.maxUnavailable', { disruptionBudget: { maxUnavailable: given } }),
    ),
  fc
    .constantFrom<unknown>(
      { maxUnavailable: 0 },
      { maxUnavailable: '0%' },
      { minAvailable: '100%' },
      { minAvailable: 3 },
      { minAvailable: 1, maxUnavailable: 1 },
      'None',
      null,
      [],
    )
    .map((disruptionBudget) => of('api', 'disruptionBudget', { disruptionBudget })),
  amount.map((maxSurge) => of('api', 'strategy.rollingUpdate.maxSurge', { strategy: { rollingUpdate: { maxSurge } } })),
  fc
    .constantFrom<unknown>(0, '0%')
    .map((maxSurge) => of('api', 'strategy.rollingUpdate.maxSurge', { strategy: { rollingUpdate: { maxSurge } } })),
  fc
    .constantFrom<unknown>('Rolling', 'recreate', '', null, 3)
    .map((type) => of('api', 'strategy.type', { strategy: { type } })),
  fc.tuple(anyKind, outside(1, 2 ** 31 - 1)).map(([kind, uid]) => of(kind, 'uid', { uid })),
  fc
    .tuple(anyKind, outside(1, 86_400))
    .map(([kind, seconds]) => of(kind, 'terminationGracePeriodSeconds', { terminationGracePeriodSeconds: seconds })),
  count(1, 39).map((seconds) => of('api', 'terminationGracePeriodSeconds', { terminationGracePeriodSeconds: seconds })),
  outside(0, 86_400).map((drainSeconds) => of('api', 'drainSeconds', { drainSeconds })),
  outside(0, 86_400).map((minReadySeconds) => of('api', 'minReadySeconds', { minReadySeconds })),
  count(301, 86_400).map((minReadySeconds) => of('api', 'progressDeadlineSeconds', { minReadySeconds })),
  fc
    .tuple(
      anyKind,
      fc.constantFrom<unknown>(
        {},
        { key: '' },
        { key: 'a b', operator: 'Exists' },
        { operator: 'In' },
        { key: 'a', effect: 'Never' },
        { key: 'a', operator: 'Exists', value: 'b' },
        { key: 'a', tolerationSeconds: 3 },
        null,
        'a',
        { key: 'a', value: '-' },
      ),
    )
    .map(([kind, toleration]) => of(kind, 'tolerations[0]', { tolerations: [toleration] })),
  fc
    .tuple(workload, fc.constantFrom<unknown>('wide', '', null, 'Required', 3))
    .map(([kind, spread]) => of(kind, 'spread', { spread })),
);

const nearToleration = some({
  key: fc.constantFrom('', 'a', 'My_App', '-a', 'a'.repeat(64)),
  operator: fc.constantFrom('Exists', 'Equal', 'In'),
  value: fc.constantFrom('', 'a', 'a b', '1a'),
  effect: fc.constantFrom('NoExecute', 'NoSchedule', 'Never'),
  tolerationSeconds: fc.constantFrom<unknown>(-1, 0, 3, '3', 0.5),
});
const near = some({
  replicas: fc.constantFrom<unknown>(0, 1, 1000, 1001),
  autoscaling: fc.constantFrom<unknown>(
    {},
    { cpu: 'none', memory: 50 },
    { maxReplicas: 2 },
    { behavior: { scaleUp: { selectPolicy: 'Disabled' } } },
    { cpu: 'none' },
  ),
  disruptionBudget: some({
    maxUnavailable: fc.constantFrom<unknown>(0, 1, '25%', '150%', '50'),
    minAvailable: fc.constantFrom<unknown>(1, 3, '99%'),
  }),
  spread: fc.constantFrom('preferred', 'required', 'none', 'wide'),
  tolerations: fc.array(nearToleration, { maxLength: 2 }),
  uid: fc.constantFrom(0, 1, 65_534, 2 ** 31 - 1, 2 ** 31),
  terminationGracePeriodSeconds: fc.constantFrom(0, 1, 45, 86_400),
});

export const scaling: Family = { right, wrong, near: near.map((props) => ({ kind: 'api', props })) };

function specOf({ objects }: Written, kind: string): unknown {
  return objects.find((object) => object.kind === kind)?.spec;
}
