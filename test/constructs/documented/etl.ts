import { Egress, EtlCronJob, EtlJob } from 'cdk8s-tandem';
import { localRows } from './local-rows';
import { dnsAlone, fileRows, podRows } from './pod-rows';
import { image, type Rows, type Table } from './rows';

const checkpoint = { size: '1Gi' };
const runId = {
  name: 'RUN_ID',
  valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } },
};
const ignored = { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] };
const failed = (values: readonly number[]) => ({
  rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values } }, ignored],
});

/** Of a run; `job` is where it is described. */
function etlRows(job: string, deadline: number, ttl: number | undefined): Rows {
  const pod = `${job}/template`;
  const container = `${pod}/spec/containers/name=load`;
  const claim = 'PersistentVolumeClaim/spec';
  const shards = { shards: 4 };
  return {
    image: { at: `${container}/image`, sample: 'ghcr.io/acme/other:1.2.3' },
    env: { at: `${container}/env`, byDefault: [runId], sample: { LEVEL: 'debug' } },
    command: { at: `${container}/command`, byDefault: undefined, sample: ['load'] },
    resources: {
      at: `${container}/resources`,
      byDefault: {
        requests: { cpu: '250m', memory: '512Mi', 'ephemeral-storage': '64Mi' },
        limits: { cpu: '1', memory: '512Mi', 'ephemeral-storage': '256Mi' },
      },
      sample: { cpu: { limit: 'none' } },
    },
    checkpoint: { at: claim, byDefault: undefined, sample: checkpoint },
    'checkpoint.size': { at: `${claim}/resources/requests/storage`, sample: '5Gi' },
    'checkpoint.mountPath': { at: `${container}/volumeMounts/name=checkpoint/mountPath`, sample: '/state' },
    'checkpoint.storageClassName': { at: `${claim}/storageClassName`, byDefault: undefined, sample: 'fast' },
    'checkpoint.accessModes': {
      at: `${claim}/accessModes`,
      byDefault: ['ReadWriteOnce'],
      sample: ['ReadWriteMany'],
    },
    backoffLimit: { at: `${job}/backoffLimit`, sample: 1 },
    activeDeadlineSeconds: { at: `${job}/activeDeadlineSeconds`, byDefault: deadline, sample: 'none' },
    failJobExitCodes: { at: `${job}/podFailurePolicy`, byDefault: failed([64, 65, 78]), sample: [3] },
    podFailurePolicy: { at: `${job}/podFailurePolicy`, byDefault: failed([64, 65, 78]), sample: 'none' },
    podReplacementPolicy: {
      at: `${job}/podReplacementPolicy`,
      sample: 'TerminatingOrFailed',
      beside: { podFailurePolicy: 'none' },
    },
    ttlSecondsAfterFinished: { at: `${job}/ttlSecondsAfterFinished`, byDefault: ttl, sample: 60 },
    shards: { at: `${job}/completionMode`, byDefault: 'NonIndexed', sample: 4 },
    parallelism: { at: `${job}/parallelism`, byDefault: 1, sample: 2 },
    completions: { at: `${job}/completions`, byDefault: 1, sample: 3 },
    completionMode: {
      at: `${job}/completionMode`,
      byDefault: 'NonIndexed',
      sample: 'Indexed',
      beside: { completions: 2 },
    },
    backoffLimitPerIndex: { at: `${job}/backoffLimitPerIndex`, byDefault: 2, sample: 'none', beside: shards },
    maxFailedIndexes: { at: `${job}/maxFailedIndexes`, byDefault: undefined, sample: 1, beside: shards },
    egress: { at: 'NetworkPolicy/spec/egress', byDefault: dnsAlone, sample: [Egress.internet(443)] },
    local: { at: 'compose/services/load/build', byDefault: undefined, sample: { build: './load' }, least: {} },
    ...localRows('compose/services/load'),
    'local.publish': { refused: 'local.publish: is given to a workload that listens on no port', sample: 8080 },
    'local.replicas': { refused: 'local.replicas: is given to a ', sample: 2 },
    ...podRows(pod, 'load', 120),
    ...fileRows(pod),
  };
}

const cron = 'CronJob/spec';

export const etlCronJob: Table = {
  make: (chart, props) => new EtlCronJob(chart, 'load', props),
  minimal: { image, schedule: '15 2 * * *' },
  rows: {
    ...etlRows(`${cron}/jobTemplate/spec`, 21_600, undefined),
    schedule: { at: `${cron}/schedule`, sample: '30 4 * * *' },
    timeZone: { at: `${cron}/timeZone`, sample: 'Europe/Berlin' },
    concurrencyPolicy: { at: `${cron}/concurrencyPolicy`, sample: 'Replace' },
    startingDeadlineSeconds: { at: `${cron}/startingDeadlineSeconds`, byDefault: 3600, sample: 'none' },
    successfulJobsHistoryLimit: { at: `${cron}/successfulJobsHistoryLimit`, sample: 1 },
    failedJobsHistoryLimit: { at: `${cron}/failedJobsHistoryLimit`, sample: 1 },
    suspend: { at: `${cron}/suspend`, sample: true },
    'local.scheduleLocally': {
      at: 'compose/services/load-schedule',
      byDefault: undefined,
      sample: true,
      beside: { command: ['load'] },
    },
  },
};

export const etlJob: Table = {
  make: (chart, props) => new EtlJob(chart, 'load', props),
  minimal: { image },
  rows: {
    ...etlRows('Job/spec', 21_600, 86_400),
    suspend: { at: 'Job/spec/suspend', sample: true },
    'local.scheduleLocally': { refused: 'local.scheduleLocally', sample: true },
  },
};
