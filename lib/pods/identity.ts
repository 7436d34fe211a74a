import { Chart, Names } from 'cdk8s';
import type { Construct } from 'constructs';

/** Who a workload is: its name, which is a host name in both targets, where it lives, and how others select it. */
export interface Identity {
  /** What it is part of. */
  readonly app: object;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The one label that no other workload of the namespace has. */
  readonly selector: Readonly<Record<string, string>>;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
}

/** The recommended labels of https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/. */
export function identityOf(construct: Construct, component: string): Identity {
  const chart = Chart.of(construct);
  const name = construct.node.id;
  const selector = { 'app.kubernetes.io/instance': name };
  const labels = {
    ...selector,
    // Older than those, and what meshes, dashboards and Kubescape (C-0076) still look for.
    app: name,
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/managed-by': 'cdk8s-tandem',
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': Names.toDnsLabel(chart, { includeHash: false }).replace(
      /^[^a-z0-9]+|[^a-z0-9]+$/g,
      '',
    ),
  };
  return {
    app: construct.node.root,
    name,
    namespace: chart.namespace ?? '',
    labels,
    selector,
    metadata: { name, labels },
  };
}
