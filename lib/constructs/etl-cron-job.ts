import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { listOf } from '../checks/check';
import { env } from '../checks/env';
import { image } from '../checks/image';
import { localOptions } from '../checks/local-options';
import { name } from '../checks/name';
import { egress } from '../checks/peers';
import { optional, type Rules, required, shape } from '../checks/props';
import { resources } from '../checks/resources';
import { schedule } from '../checks/schedule';
import { isText } from '../checks/text';
import { timeZone } from '../checks/time-zone';
import type { Egress } from '../connections/egress';
import { type Env, envVars } from '../connections/env';
import type { Server, WorkloadPolicy } from '../connections/workload-policy';
import type { LocalOptions } from '../local/local-options';
import { hardenedPod, scratch } from '../pods/hardened-pod';
import { type ContainerResources, resourceRequirements } from '../pods/resources';
import { accepted } from './accepted';
import { everyWorkload } from './every-workload';
import { type FileProps, fileRules } from './file-props';

export interface EtlCronJobProps extends FileProps {
  /** Image with a tag, such as `ghcr.io/acme/orders-etl:1.2.3`. */
  readonly image: string;
  /** When it runs, in the five fields of Kubernetes' cron: `15 2 * * *` is every day at 02:15. */
  readonly schedule: string;
  /**
   * IANA time zone of the schedule.
   *
   * @default Etc/UTC
   */
  readonly timeZone?: string;
  /**
   * Variables of the process. A reference, such as `mongo.url()`, connects the job with what it leads to.
   *
   * @default - none
   */
  readonly env?: Env;
  /**
   * Program and arguments in place of the image's own.
   *
   * @default - the image's
   */
  readonly command?: readonly string[];
  /**
   * CPU and memory that a run asks for and may use.
   *
   * @default - cpu 250m to 1, memory 512Mi
   */
  readonly resources?: ContainerResources;
  /**
   * Where the job may go that no reference leads to.
   *
   * @default - nowhere
   */
  readonly egress?: readonly Egress[];
  /**
   * What only a laptop needs.
   *
   * @default - the image is pulled
   */
  readonly local?: LocalOptions;
}

/**
 * Work on a schedule that ends by itself: a CronJob. A run that is still going keeps the next from starting, a failed
 * one is tried again three times, and one that hangs is ended after six hours. Kubernetes starts a run *about* once, so
 * what it does must bear to be done twice.
 *
 * On the laptop nothing fires at night, unless `local.scheduleLocally` says so: `docker compose run --rm <name>`.
 */
export class EtlCronJob extends Construct {
  readonly cronJob: k8s.KubeCronJob;
  readonly serviceAccount?: k8s.KubeServiceAccount;
  readonly policy: WorkloadPolicy;
  readonly configMap?: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, given: EtlCronJobProps) {
    super(scope, id);
    const props = accepted(this, given, rules);
    const { identity, serviceAccount, policy, configMap, additions } = everyWorkload(this, {
      component: 'etl',
      ...props,
      nameRule: name(52, 'a job of it has eleven more'),
    });
    this.serviceAccount = serviceAccount;
    this.policy = policy;
    this.configMap = configMap;
    this.cronJob = new k8s.KubeCronJob(this, 'cron-job', {
      metadata: identity.metadata,
      spec: {
        schedule: props.schedule,
        timeZone: props.timeZone ?? 'Etc/UTC',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 300,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          spec: {
            backoffLimit: 3,
            activeDeadlineSeconds: 6 * 60 * 60,
            template: hardenedPod({
              identity,
              terminationGracePeriodSeconds: 120,
              restartPolicy: 'Never',
              containers: [etlContainer(identity.name, props)],
              volumes: [scratch('tmp', '64Mi')],
              additions,
            }),
          },
        },
      },
    });
  }

  /** Opens the way to another workload, as a reference in `env` does, where no variable is wanted. */
  connectTo(server: Server): void {
    this.policy.connectTo(server.policy);
  }
}

function etlContainer(name: string, props: EtlCronJobProps): k8s.Container {
  return {
    name,
    image: props.image,
    command: props.command && [...props.command],
    env: envVars(props.env ?? {}),
    resources: resourceRequirements(defaultResources, props.resources),
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

/** Memory is all asked for: a run that needs it must not be evicted. */
const defaultResources: ContainerResources = {
  cpu: { request: '250m', limit: '1' },
  memory: { request: '512Mi', limit: '512Mi' },
};

const rules: Rules<EtlCronJobProps> = {
  ...fileRules,
  image: required(image, 'invalid:0'),
  schedule: required(schedule, '0 0 * * *'),
  timeZone: optional(timeZone),
  env: optional(env),
  command: optional(listOf(isText)),
  resources: optional(resources(defaultResources)),
  egress: optional(egress),
  local: optional(shape(localOptions)),
};
