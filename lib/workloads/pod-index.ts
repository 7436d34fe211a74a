import type { Field } from '../manifests/field';
import { push } from '../units/push';
import { rememberSelection, selectorOf } from './selector';
import type { Surroundings } from './surroundings';
import type { Workload } from './workload';

/** Finds workloads by the labels of their pods without looking at each of them for each policy. */
export interface PodIndex {
  readonly select: (podSelector: Field, namespaces: readonly string[]) => readonly Workload[];
  readonly namespaces: (namespaceSelector: Field) => readonly string[];
  /** The selector of namespaces is read where pods were found in them, and so are the labels of these. */
  readonly rememberNamespaces: (namespaceSelector: Field, found: readonly Workload[]) => void;
  /** Whether a workload of the app is a DNS server itself. */
  readonly servesNames: boolean;
}

export const dnsPort = 53;

export function podIndex(workloads: readonly Workload[], around: Surroundings): PodIndex {
  const byLabel = new Map<string, Workload[]>();
  for (const workload of workloads) {
    push(byLabel, workload.namespace, workload);
    for (const [label, value] of Object.entries(workload.pod.labels)) {
      push(byLabel, `${workload.namespace}/${label}=${value}`, workload);
    }
  }
  const all = [...new Set(workloads.map((workload) => workload.namespace))];
  const listens = ({ pod }: Workload) =>
    pod.containers.some(({ ports }) => ports.some(({ number }) => number === dnsPort));
  return {
    servesNames: workloads.some(listens),
    namespaces: (selector) => all.filter((namespace) => selectorOf(selector)(around.namespaceLabels(namespace))),
    rememberNamespaces: (selector, found) => {
      const namespaces = [...new Set(found.map(({ namespace }) => namespace))].map(around.namespace);
      const labels = namespaces.flatMap((namespace) => namespace?.root.at('metadata', 'labels') ?? []);
      rememberSelection(selector, labels);
    },
    select: (selector, namespaces) => {
      const matches = selectorOf(selector);
      const found = namespaces
        .flatMap((namespace) => rarest(byLabel, namespace, selector.unobserved()))
        .filter((workload) => matches(workload.pod.labels));
      if (found.length > 0)
        rememberSelection(
          selector,
          found.map(({ pod }) => pod.metadata.at('labels')),
        );
      return found;
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
