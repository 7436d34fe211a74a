import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { refuse } from '../checks/refuse';

/**
 * Objects of Kubernetes are written with their chart: outside one, none can be made, and so synth is too late.
 *
 * @throws SynthesisError
 */
export function insideChart(construct: Construct): void {
  const { path, id, scope, scopes } = construct.node;
  if (scopes.some(Chart.isChart)) return;
  const problem = {
    construct: path || id,
    prop: 'scope',
    wrong: 'is outside any chart',
    got: scope,
    expected: 'a Chart, or a construct in one.',
    fix: `make it in a chart: new Chart(app, 'orders', { namespace: 'orders' }).`,
  };
  refuse([problem]);
}
