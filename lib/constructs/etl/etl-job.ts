import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { isTrueOrFalse } from '../../checks/check';
import { name } from '../../checks/name';
import { optional, type Rules } from '../../checks/props';
import type { Server, WorkloadPolicy } from '../../connections/workload-policy';
import { typedObject } from '../../objects/typed-object';
import { accepted } from '../accepted';
import { childId } from '../child-id';
import { connect } from '../connect';
import { everyWorkload } from '../every-workload';
import { checkpointClaim } from './checkpoint';
import { jobSpec } from './job-spec';
import type { EtlProps } from './props';
import { etlRules, wrongTogether } from './rules';
import { indexLetters } from './share';

export interface EtlJobProps extends EtlProps {
  /**
   * Holds the run back, until it is `false` in the cluster.
   *
   * @default false
   */
  readonly suspend?: boolean;
}

/**
 * Work that is done once: a Job, which starts when it is applied, is tried again three times, and is ended after six
 * hours. A day after its end the cluster deletes it, so that applying the same manifests later runs it again:
 * `ttlSecondsAfterFinished: 'none'` keeps it, and with it the memory that it has run.
 *
 * A Job's pods cannot be changed once it is there: the API server refuses a changed image or variable. Delete it first,
 * `kubectl -n <namespace> delete job <name>`, and apply again; `kubectl replace --force -f <file>` does both for all
 * objects of a file. Its name holds no hash of its content, which would spare that: it is also a host name, a service of
 * Compose and what people type, and each change would leave an old Job behind.
 *
 * On the laptop `up` leaves it alone: `docker compose run --rm <name>`.
 */
export class EtlJob extends Construct {
  readonly job: k8s.KubeJob;
  readonly serviceAccount?: k8s.KubeServiceAccount;
  readonly policy: WorkloadPolicy;
  readonly configMap?: k8s.KubeConfigMap;
  /** Where there is a `checkpoint`. */
  readonly checkpoint?: k8s.KubePersistentVolumeClaim;

  constructor(scope: Construct, id: string, given: EtlJobProps) {
    super(scope, childId(scope, id));
    const props = accepted(this, given, rules, wrongTogether);
    const { identity, serviceAccount, policy, configMap, additions } = everyWorkload(this, {
      ...props,
      component: 'etl',
      nameRule: name(63 - indexLetters(props), 'a shard of it has its number behind it'),
    });
    this.serviceAccount = serviceAccount;
    this.policy = policy;
    this.configMap = configMap;
    if (props.checkpoint) this.checkpoint = checkpointClaim(this, identity, props.checkpoint);
    const spec = jobSpec(identity, props, additions, {
      activeDeadlineSeconds: 6 * 60 * 60,
      ttlSecondsAfterFinished: 86_400,
    });
    this.job = typedObject(k8s.KubeJob, this, 'job', {
      metadata: identity.metadata,
      spec: { ...spec, suspend: props.suspend ?? false },
    });
  }

  /** Opens the way to another workload, as a reference in `env` does, where no variable is wanted. */
  connectTo(server: Server): void {
    connect(this, server);
  }
}

const rules: Rules<EtlJobProps> = { ...etlRules, suspend: optional(isTrueOrFalse) };
