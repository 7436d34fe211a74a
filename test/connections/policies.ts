import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { Egress } from '../../lib/connections/egress';
import type { Peer } from '../../lib/connections/peer';
import { WorkloadPolicy } from '../../lib/connections/workload-policy';
import { identityOf } from '../../lib/pods/identity';

export interface Options {
  readonly egress?: readonly Egress[];
  readonly allowFrom?: readonly Peer[];
}

export const chartOf = (app: App, namespace: string) => new Chart(app, namespace, { namespace });
export const newApp = () => new App({ outdir: '/nonexistent' });

export function policyOf(chart: Chart, name: string, port?: number, { egress = [], allowFrom = [] }: Options = {}) {
  const workload = new Construct(chart, name);
  return new WorkloadPolicy(workload, identityOf(workload, 'api'), port, { egress, allowFrom });
}

/** The one policy of a workload of its own. */
export const specOf = (port?: number, options: Options = {}) =>
  spec(policyOf(chartOf(newApp(), 'orders'), 'api', port, options));

export const spec = ({ networkPolicy }: WorkloadPolicy) => networkPolicy.toJson().spec;
export const pods = (name: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/instance': name } } });
export const namespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});
export const tcp = (port: number) => ({ port, protocol: 'TCP' });
export const dns = {
  to: [{ ...namespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
  ports: [{ port: 53, protocol: 'UDP' }, tcp(53)],
};
