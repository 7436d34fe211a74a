import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { integer, isTrueOrFalse, oneOf } from '../../checks/check';
import { name } from '../../checks/name';
import { optional, type Rules, required } from '../../checks/props';
import { schedule } from '../../checks/schedule';
import { timeZone } from '../../checks/time-zone';
import type { Server, WorkloadPolicy } from '../../connections/workload-policy';
import { typedObject } from '../../objects/typed-object';
import { shortestPeriod } from '../../units/period';
import { accepted } from '../accepted';
import { childId } from '../child-id';
import { connect } from '../connect';
import { everyWorkload } from '../every-workload';
import { checkpointClaim } from './checkpoint';
import { numberOf } from './failure';
import { jobSpec } from './job-spec';
import type { EtlProps } from './props';
import { etlRules, orNone, seconds, wrongTogether } from './rules';
import { indexLetters } from './share';

export interface EtlCronJobProps extends EtlProps {
  /** When it runs, in the five fields of Kubernetes' cron: `15 2 * * *` is every day at 02:15. */
  readonly schedule: string;
  /**
   * IANA time zone of the schedule. The summary of `synth` names the nights on which a change of its clocks leaves a run
   * out, or makes two.
   *
   * @default Etc/UTC
   */
  readonly timeZone?: string;
  /**
   * What becomes of a run that is due while one is going: `Forbid` leaves it out, `Replace` ends the old one, `Allow`
   * lets both go.
   *
   * @default Forbid
   */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /**
   * Seconds by which a run may start late; then it is left out. `'none'` makes up for any, and after more than 100 for
   * none at all.
   *
   * @default - half of the shortest time between two runs, from 60 to 3600
   */
  readonly startingDeadlineSeconds?: number | 'none';
  /**
   * How many Jobs that succeeded are kept, with their logs.
   *
   * @default 3
   */
  readonly successfulJobsHistoryLimit?: number;
  /**
   * How many Jobs that failed are kept, with their logs.
   *
   * @default 3
   */
  readonly failedJobsHistoryLimit?: number;
  /**
   * Holds the schedule back. Once it goes on, a run that was missed starts if it is not too late for it by
   * `startingDeadlineSeconds`.
   *
   * @default false
   */
  readonly suspend?: boolean;
}

/**
 * Work on a schedule that ends by itself: a CronJob. A run that is still going keeps the next from starting, a failed
 * one is tried again three times, and one that hangs is ended. Kubernetes starts a run *about* once
 * (https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/), so what it does must bear to be done twice:
 * `RUN_ID` tells runs apart.
 *
 * On the laptop nothing fires at night, unless `local.scheduleLocally` says so: `docker compose run --rm <name>`.
 */
export class EtlCronJob extends Construct {
  readonly cronJob: k8s.KubeCronJob;
  readonly serviceAccount?: k8s.KubeServiceAccount;
  readonly policy: WorkloadPolicy;
  readonly configMap?: k8s.KubeConfigMap;
  /** Where there is a `checkpoint`. */
  readonly checkpoint?: k8s.KubePersistentVolumeClaim;

  constructor(scope: Construct, id: string, given: EtlCronJobProps) {
    super(scope, childId(scope, id));
    const props = accepted(this, given, rules, wrongTogether);
    const { identity, serviceAccount, policy, configMap, additions } = everyWorkload(this, {
      ...props,
      component: 'etl',
      nameRule: name(52 - indexLetters(props), 'a job of it has eleven more, and a shard its number'),
    });
    this.serviceAccount = serviceAccount;
    this.policy = policy;
    this.configMap = configMap;
    if (props.checkpoint) this.checkpoint = checkpointClaim(this, identity, props.checkpoint);
    const spec = cronJobSpec(props, (deadline) =>
      jobSpec(identity, props, additions, { activeDeadlineSeconds: deadline, ttlSecondsAfterFinished: 'none' }),
    );
    this.cronJob = typedObject(k8s.KubeCronJob, this, 'cron-job', { metadata: identity.metadata, spec });
  }

  /** Opens the way to another workload, as a reference in `env` does, where no variable is wanted. */
  connectTo(server: Server): void {
    connect(this, server);
  }
}

function cronJobSpec(props: EtlCronJobProps, jobWith: (deadline: number) => k8s.JobSpec): k8s.CronJobSpec {
  const period = shortestPeriod(props.schedule) ?? 86_400;
  return {
    schedule: props.schedule,
    timeZone: props.timeZone ?? 'Etc/UTC',
    concurrencyPolicy: props.concurrencyPolicy ?? 'Forbid',
    startingDeadlineSeconds: numberOf(
      props.startingDeadlineSeconds ?? Math.max(60, Math.min(3600, Math.floor(period / 2))),
    ),
    successfulJobsHistoryLimit: props.successfulJobsHistoryLimit ?? 3,
    failedJobsHistoryLimit: props.failedJobsHistoryLimit ?? 3,
    suspend: props.suspend ?? false,
    jobTemplate: { spec: jobWith(Math.max(1, Math.min(6 * 60 * 60, Math.floor(period * 0.9)))) },
  };
}

const rules: Rules<EtlCronJobProps> = {
  ...etlRules,
  schedule: required(schedule, '0 0 * * *'),
  timeZone: optional(timeZone),
  concurrencyPolicy: optional(oneOf('Allow', 'Forbid', 'Replace')),
  startingDeadlineSeconds: optional(orNone(seconds(10))),
  successfulJobsHistoryLimit: optional(integer(0, 1000, '', 3)),
  failedJobsHistoryLimit: optional(integer(0, 1000, '', 3)),
  suspend: optional(isTrueOrFalse),
};
