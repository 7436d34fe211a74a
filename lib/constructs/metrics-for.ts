import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { Peer } from '../connections/peer';
import type { PodAddition } from '../pods/addition';
import type { Identity } from '../pods/identity';
import type { MetricsProps } from './metrics-props';

const portName = 'metrics';

/** The port of the metrics, where it is one of its own. */
export function otherPorts(apiPort: number, metrics: MetricsProps | undefined) {
  const { port = apiPort } = metrics ?? {};
  return port === apiPort ? [] : [{ name: portName, port }];
}

/** Where Prometheus is, and by which port it comes. */
export function scraper(apiPort: number, { port = apiPort, from = Peer.namespace('monitoring') }: MetricsProps): Peer {
  return port === apiPort || from.ports ? from : from.on(port);
}

/** The annotations by which Prometheus' usual configuration finds a pod; none where a ServiceMonitor leads there. */
export function scraped(apiPort: number, metrics: MetricsProps | undefined): PodAddition {
  const { path = '/metrics', port = apiPort, kind = 'annotations' } = metrics ?? { kind: 'none' };
  if (kind !== 'annotations') return {};
  const annotations = {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': String(port),
    'prometheus.io/path': path,
  };
  return { annotations };
}

/** A ServiceMonitor for a port of the workload's Service. */
export function serviceMonitorFor(
  construct: Construct,
  { metadata, selector }: Identity,
  apiPort: { readonly name: string; readonly port: number },
  metrics: MetricsProps,
): ApiObject {
  const { path = '/metrics', labels } = metrics;
  const [{ name: port }] = [...otherPorts(apiPort.port, metrics), apiPort] as const;
  return new ApiObject(construct, 'service-monitor', {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { ...metadata, labels: { ...metadata.labels, ...labels } },
    spec: { selector: { matchLabels: { ...selector } }, endpoints: [{ port, path }] },
  });
}
