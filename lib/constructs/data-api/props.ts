import type { Egress } from '../../connections/egress';
import type { Env } from '../../connections/env';
import type { Peer } from '../../connections/peer';
import type { LocalOptions } from '../../local/local-options';
import type { PodProps } from '../../pods/pod-props';
import type { ContainerResources } from '../../pods/resources';
import type { Spread } from '../../pods/spread';
import type { DisruptionBudget } from '../disruption-budget';
import type { FileProps } from '../file-props';
import type { HttpRouteProps } from '../http-route-props';
import type { IngressProps } from '../ingress-props';
import type { MetricsProps } from '../metrics-props';
import type { Autoscaling } from './autoscaling';
import type { ProbeProps } from './probes';
import type { RolloutProps } from './rollout';
import type { ShutdownProps } from './shutdown';

export interface DataApiProps extends PodProps, FileProps, ProbeProps, ShutdownProps, RolloutProps {
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
   * How many pods the cluster runs, where no autoscaler decides it. A laptop runs one.
   *
   * @default 3
   */
  readonly replicas?: number;
  /**
   * Lets a HorizontalPodAutoscaler decide in place of `replicas` how many pods run: `{}` is 2 to 10, at 70 % of the CPU
   * that is asked for. The cluster needs a metrics server: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/.
   * An autoscaler of your own that leads to the Deployment is heeded likewise.
   *
   * @default - none: `replicas` says it
   */
  readonly autoscaling?: Autoscaling;
  /**
   * How far pods keep from each other, over zones and nodes, so that one that fails takes few along. `'required'` lets a
   * pod wait rather than share a node while another has fewer: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/.
   *
   * @default preferred
   */
  readonly spread?: Spread;
  /**
   * How many pods may be away at once while nodes are emptied: https://kubernetes.io/docs/tasks/run-application/configure-pdb/.
   *
   * @default - maxUnavailable 1, and what is broken anyway may always go; none for one pod alone, `replicas: 1`
   */
  readonly disruptionBudget?: DisruptionBudget | 'none';
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
   * CPU, memory and disk that each pod asks for and may use. A `limit` of CPU or disk may be `'none'`.
   *
   * @default - cpu 200m to 500m, memory 256Mi to 512Mi, ephemeralStorage 64Mi to 256Mi
   */
  readonly resources?: ContainerResources;
  /**
   * Where the API may go that no reference leads to.
   *
   * @default - nowhere, but to ask for names
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
   * The same by the Gateway API, whose kinds must be known to the cluster.
   *
   * @default - not at all
   */
  readonly httpRoute?: HttpRouteProps;
  /**
   * How Prometheus finds the API's metrics: `{}` is `/metrics` on the API's own port.
   *
   * @default - not at all
   */
  readonly metrics?: MetricsProps;
  /**
   * What only a laptop needs.
   *
   * @default - the image is pulled, no port is published, python asks the readiness path
   */
  readonly local?: LocalOptions;
}
