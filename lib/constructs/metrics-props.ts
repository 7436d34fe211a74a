import type { Peer } from '../connections/peer';

/** How Prometheus finds an API's metrics. */
export interface MetricsProps {
  /**
   * Path that answers with them.
   *
   * @default /metrics
   */
  readonly path?: string;
  /**
   * Port that answers, where it is another than the API's own: then pods and Service have it too, as `metrics`.
   *
   * @default - the API's own port
   */
  readonly port?: number;
  /**
   * Annotations of the pods, which Prometheus' usual configuration reads, or a ServiceMonitor, which the Prometheus
   * Operator (https://prometheus-operator.dev) reads: its kind must be known to the cluster.
   *
   * @default - annotations of the pods
   */
  readonly kind?: 'annotations' | 'serviceMonitor';
  /**
   * Labels of the ServiceMonitor by which a Prometheus selects it, such as `release: kube-prometheus-stack`.
   *
   * @default - none of yours
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Where Prometheus is: the API's NetworkPolicy lets it in.
   *
   * @default - every pod of the namespace monitoring
   */
  readonly from?: Peer;
}
