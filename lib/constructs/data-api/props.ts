import type { Egress } from '../../connections/egress';
import type { Env } from '../../connections/env';
import type { Peer } from '../../connections/peer';
import type { LocalOptions } from '../../local/local-options';
import type { PodProps } from '../../pods/pod-props';
import type { ContainerResources } from '../../pods/resources';
import type { FileProps } from '../file-props';
import type { IngressProps } from '../ingress-props';
import type { MetricsProps } from '../metrics-props';

export interface DataApiProps extends PodProps, FileProps {
  /** Image with a tag, such as `ghcr.io/acme/orders-api:1.2.3`. */
  readonly image: string;
  /**
   * Port on which the process listens.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * Port of the Service, where callers in the cluster insist on another one. Compose translates no ports: on a laptop
   * such a caller finds nobody, and the differences say so.
   *
   * @default - the port on which the process listens
   */
  readonly servicePort?: number;
  /**
   * How many pods the cluster runs. A laptop runs one.
   *
   * @default 3
   */
  readonly replicas?: number;
  /**
   * Variables of the process. A reference, such as `mongo.url()`, connects the API with what it leads to.
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
   * Path that answers as long as the process lives. It must not ask a database: a pod whose liveness fails is killed.
   *
   * @default /health
   */
  readonly livenessPath?: string;
  /**
   * Path that answers when requests can be served: a pod that is not ready gets none.
   *
   * @default /ready
   */
  readonly readinessPath?: string;
  /**
   * CPU and memory that each pod asks for and may use.
   *
   * @default - cpu 200m to 500m, memory 256Mi to 512Mi
   */
  readonly resources?: ContainerResources;
  /**
   * Where the API may go that no reference leads to.
   *
   * @default - nowhere
   */
  readonly egress?: readonly Egress[];
  /**
   * Callers that this app does not make, such as an ingress controller.
   *
   * @default - none
   */
  readonly allowFrom?: readonly Peer[];
  /**
   * How the world outside reaches the API. Without it, it is reached from within the cluster alone.
   *
   * @default - not at all
   */
  readonly ingress?: IngressProps;
  /**
   * How Prometheus finds the API's metrics: `{}` is `/metrics` on the API's own port.
   *
   * @default - not at all
   */
  readonly metrics?: MetricsProps;
  /**
   * How long a pod may take to end, in seconds.
   *
   * @default 30
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * What only a laptop needs.
   *
   * @default - the image is pulled, no port is published, python asks the readiness path
   */
  readonly local?: LocalOptions;
}
