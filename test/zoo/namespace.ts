import type { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** The chart's namespace with a Pod Security level that strangers' pods pass: cdk8s-plus' own cannot be `restricted`. */
export function namespaceOf(chart: Chart, level: 'privileged' | 'baseline'): void {
  const labels = { 'pod-security.kubernetes.io/enforce': level };
  new kplus.Namespace(chart, 'namespace', { metadata: { name: chart.namespace ?? 'default', labels } });
}
