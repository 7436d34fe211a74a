import { everySelector } from './selectors';
import { called, everyClaim } from './volumes';

const template = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'main', image: 'acme/any:1' }] } };
const mounts = everyClaim.map((_, index) => ({ name: `data-${index}`, mountPath: `/data/${index}` }));
const mounting = { ...template, spec: { containers: [{ name: 'main', image: 'acme/any:1', volumeMounts: mounts }] } };
const ending = { ...template, spec: { ...template.spec, restartPolicy: 'Never' } };

interface Owner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: object;
}

/** Owners that together say every field beside their pods. */
export const everyOwner: readonly Owner[] = [
  ...everySelector('a').flatMap((selector) =>
    ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'].map((kind) => apps(kind, { selector })),
  ),
  apps('Deployment', {
    minReadySeconds: 1,
    revisionHistoryLimit: 1,
    progressDeadlineSeconds: 1,
    paused: true,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  }),
  apps('Deployment', { paused: false, strategy: { type: 'Recreate' } }),
  apps('Deployment', { strategy: { rollingUpdate: {} } }),
  apps('Deployment', { strategy: {} }),
  apps('ReplicaSet', { minReadySeconds: 1 }),
  { apiVersion: 'v1', kind: 'ReplicationController', spec: { minReadySeconds: 1, selector: { app: 'a' }, template } },
  { apiVersion: 'v1', kind: 'ReplicationController', spec: { selector: {}, template } },
  apps('StatefulSet', {
    minReadySeconds: 1,
    revisionHistoryLimit: 1,
    template: mounting,
    podManagementPolicy: 'Parallel',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1, maxUnavailable: 1 } },
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
    volumeClaimTemplates: everyClaim.map((spec, index) => {
      return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: `data-${index}`, ...called }, spec };
    }),
  }),
  apps('StatefulSet', { updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }),
  apps('StatefulSet', {
    updateStrategy: {},
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' },
  }),
  apps('DaemonSet', {
    minReadySeconds: 1,
    revisionHistoryLimit: 1,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  }),
  apps('DaemonSet', { updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }),
  apps('DaemonSet', { updateStrategy: {} }),
  ...jobs().flatMap((spec) => [
    { apiVersion: 'batch/v1', kind: 'Job', spec },
    { apiVersion: 'batch/v1', kind: 'CronJob', spec: { schedule: '@daily', jobTemplate: { spec } } },
  ]),
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: {
      schedule: '@daily',
      suspend: true,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 60,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: { metadata: called, spec: { template: ending } },
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: {
      schedule: '@daily',
      suspend: false,
      concurrencyPolicy: 'Allow',
      jobTemplate: { spec: { template: ending } },
    },
  },
];

function apps(kind: string, spec: object): Owner {
  return { apiVersion: 'apps/v1', kind, spec: { selector: { matchLabels: { app: 'a' } }, template, ...spec } };
}

function jobs(): readonly object[] {
  const env = [{ name: 'JOB_COMPLETION_INDEX', value: '7' }];
  const containers = [{ name: 'main', image: 'acme/any:1', restartPolicy: 'Never', env }];
  return [
    ...everySelector('a').map((selector) => ({ selector, manualSelector: true, template: ending })),
    {
      activeDeadlineSeconds: 60,
      backoffLimit: 1,
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 1,
      ttlSecondsAfterFinished: 60,
      podReplacementPolicy: 'Failed',
      managedBy: 'acme.example/jobs',
      completions: 2,
      parallelism: 2,
      completionMode: 'Indexed',
      suspend: true,
      podFailurePolicy: {
        rules: [
          { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [42] } },
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        ],
      },
      successPolicy: { rules: [{ succeededCount: 1, succeededIndexes: '0' }] },
      template: { ...ending, spec: { ...ending.spec, containers } },
    },
    { suspend: false, completionMode: 'NonIndexed', completions: 1, parallelism: 1, backoffLimit: 0, template: ending },
  ];
}
