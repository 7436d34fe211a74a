import type { Field } from '../manifests/field';
import { selectorOf } from './selector';
import { push, type Surroundings } from './surroundings';
import type { Workload } from './workload';

/** Finds workloads by the labels of their pods without looking at each of them for each policy. */
export interface PodIndex {
  readonly select: (podSelector: Field, namespaces: readonly string[]) => readonly Workload[];
  readonly namespaces: (namespaceSelector: Field) => readonly string[];
}

export function podIndex(workloads: readonly Workload[], around: Surroundings): PodIndex {
  const byLabel = new Map<string, Workload[]>();
  for (const workload of workloads) {
    push(byLabel, workload.namespace, workload);
    for (const [label, value] of Object.entries(workload.pod.labels)) {
      push(byLabel, `${workload.namespace}/${label}=${value}`, workload);
    }
  }
  const all = [...new Set(workloads.map((workload) => workload.namespace))];
  return {
    namespaces: (selector) => all.filter((namespace) => selectorOf(selector)(around.namespaceLabels(namespace))),
    select: (selector, namespaces) => {
      const matches = selectorOf(selector);
      return namespaces
        .flatMap((namespace) => rarest(byLabel, namespace, selector))
        .filter((workload) => matches(workload.pod.labels));
    },
  };
}

/** The shortest list that holds every pod which the selector can match. */
function rarest(byLabel: ReadonlyMap<string, readonly Workload[]>, namespace: string, selector: Field) {
  const labels = Object.entries(selector.at('matchLabels').textMap());
  const lists = labels.map(([label, value]) => byLabel.get(`${namespace}/${label}=${value}`) ?? []);
  return lists.reduce(
    (shortest, list) => (list.length < shortest.length ? list : shortest),
    byLabel.get(namespace) ?? [],
  );
}
