import type { Egress } from '../../connections/egress';
import type { Env } from '../../connections/env';
import type { LocalOptions } from '../../local/local-options';
import type { PodProps } from '../../pods/pod-props';
import type { ContainerResources } from '../../pods/resources';
import type { FileProps } from '../file-props';
import type { Checkpoint } from './checkpoint';
import type { FailureProps } from './failure';
import type { ShareProps } from './share';

/** What each run of an EtlCronJob and the one of an EtlJob have in common. */
export interface EtlProps extends PodProps, FileProps, FailureProps, ShareProps {
  /** Image with a tag, such as `ghcr.io/acme/orders-etl:1.2.3`. */
  readonly image: string;
  /**
   * Variables of the process, beside `RUN_ID`, the name of the Job, `CHECKPOINT_DIR` where there is a `checkpoint`, and
   * `JOB_COMPLETION_INDEX` where there are `shards`. One of yours takes the place of one of these. A reference, such as
   * `mongo.url()`, connects the job with what it leads to.
   *
   * @default - none of yours
   */
  readonly env?: Env;
  /**
   * Program and arguments in place of the image's own.
   *
   * @default - the image's
   */
  readonly command?: readonly string[];
  /**
   * CPU, memory and disk that each pod of a run asks for and may use. A `limit` of CPU or disk may be `'none'`.
   *
   * @default - cpu 250m to 1, memory 512Mi, ephemeralStorage 64Mi to 256Mi
   */
  readonly resources?: ContainerResources;
  /**
   * A folder that outlives the run, for how far it came: the next one, or the next try, goes on from there.
   *
   * @default - none
   */
  readonly checkpoint?: Checkpoint;
  /**
   * How long a pod may take to end, in seconds, so that it can write how far it came; then it is killed.
   *
   * @default 120
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Where the job may go that no reference leads to.
   *
   * @default - nowhere, but to ask for names
   */
  readonly egress?: readonly Egress[];
  /**
   * What only a laptop needs.
   *
   * @default - the image is pulled
   */
  readonly local?: LocalOptions;
}
