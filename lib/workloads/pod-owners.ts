import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { Life } from './workload';

/** What a kind of pod owner differs in: where its pod is, how it runs, what its pods are called. */
export interface PodOwner {
  readonly template: readonly string[];
  readonly life: (root: Field) => Life;
  readonly replicas: (root: Field) => number;
  /** One a cluster, node or run; any number alike; or members, each with a name and claims that last. */
  readonly pods: 'one' | 'alike' | 'members';
}

const always = (): Life => ({ runs: 'always' });
const once = (): Life => ({ runs: 'once' });
const one = (): number => 1;
const replicas = (root: Field): number => root.at('spec', 'replicas').tryNumber() ?? 1;

const owners: Readonly<Record<string, PodOwner>> = {
  'v1/Pod': { template: [], life: always, replicas: one, pods: 'one' },
  'v1/ReplicationController': { template: ['spec', 'template'], life: always, replicas, pods: 'alike' },
  'apps/v1/Deployment': { template: ['spec', 'template'], life: always, replicas, pods: 'alike' },
  'apps/v1/ReplicaSet': { template: ['spec', 'template'], life: always, replicas, pods: 'alike' },
  'apps/v1/StatefulSet': { template: ['spec', 'template'], life: always, replicas, pods: 'members' },
  'apps/v1/DaemonSet': { template: ['spec', 'template'], life: always, replicas: one, pods: 'one' },
  'batch/v1/Job': { template: ['spec', 'template'], life: once, replicas: one, pods: 'one' },
  'batch/v1/CronJob': {
    template: ['spec', 'jobTemplate', 'spec', 'template'],
    life: onSchedule,
    replicas: one,
    pods: 'one',
  },
};

export function podOwner(manifest: Manifest): PodOwner | undefined {
  const kind = `${manifest.apiVersion}/${manifest.kind}`;
  return Object.hasOwn(owners, kind) ? owners[kind] : undefined;
}

function onSchedule(root: Field): Life {
  const spec = root.at('spec');
  return { runs: 'on schedule', schedule: spec.at('schedule').text(), timeZone: spec.at('timeZone').tryText() };
}
