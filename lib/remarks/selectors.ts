import { nearest } from '../checks/nearest';
import { isPlainObject } from '../checks/plain-object';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { push } from '../units/push';
import type { Labels } from '../workloads/selector';
import type { Workload } from '../workloads/workload';

/**
 * Selectors that find no pod of the app where it makes some: most often a label is misspelt. No mistake by itself, as
 * others may make such pods there.
 */
export function selectorRemarks(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly string[] {
  const pods = podIndex(workloads);
  return manifests.flatMap((manifest) => {
    const whose = `the ${manifest.kind} ${manifest.namespace}/${manifest.name}`;
    return soughtBy(manifest).flatMap((sought) => [
      ...misnamedNamespace(whose, sought, pods.namespaces),
      ...noPod(whose, sought, pods),
    ]);
  });
}

interface PodIndex {
  readonly namespaces: readonly string[];
  readonly in: (namespace: string) => readonly Labels[];
  /** Those that have the label. */
  readonly with: (namespace: string, key: string, value: string) => readonly Labels[];
}

function podIndex(workloads: readonly Workload[]): PodIndex {
  const all = new Map<string, Labels[]>();
  const byLabel = new Map<string, Labels[]>();
  for (const { namespace, pod } of workloads) {
    push(all, namespace, pod.labels);
    for (const [key, value] of Object.entries(pod.labels)) push(byLabel, `${namespace}/${key}=${value}`, pod.labels);
  }
  return {
    namespaces: [...all.keys()],
    in: (namespace) => all.get(namespace) ?? [],
    with: (namespace, key, value) => byLabel.get(`${namespace}/${key}=${value}`) ?? [],
  };
}

/** Pods that somebody asks for, by labels that each of them must have. */
interface Sought {
  readonly namespace: string;
  readonly labels: Labels;
}

function soughtBy({ apiVersion, kind, namespace, root }: Manifest): readonly Sought[] {
  const spec = root.at('spec');
  if (`${apiVersion}/${kind}` === 'v1/Service') return sought(namespace, spec.at('selector'));
  if (`${apiVersion}/${kind}` === 'policy/v1/PodDisruptionBudget') {
    return sought(namespace, spec.at('selector', 'matchLabels'));
  }
  if (`${apiVersion}/${kind}` !== 'networking.k8s.io/v1/NetworkPolicy') return [];
  return [
    ...sought(namespace, spec.at('podSelector', 'matchLabels')),
    ...peersOf(spec).flatMap((peer) => ofPeer(namespace, peer)),
  ];
}

function peersOf(spec: Field): readonly Field[] {
  const rules = [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const;
  return rules.flatMap(([way, side]) =>
    spec
      .at(way)
      .peekItems()
      .flatMap((rule) => rule.at(side).peekItems()),
  );
}

const nameOfNamespace = 'kubernetes.io/metadata.name';

/** Namespaces by any other label are not known here. */
function ofPeer(own: string, peer: Field): readonly Sought[] {
  const elsewhere = peer.at('namespaceSelector');
  const namespace = elsewhere.exists ? elsewhere.at('matchLabels', nameOfNamespace).peek() : own;
  if (typeof namespace !== 'string' || peer.at('ipBlock').exists) return [];
  const labels = sought(namespace, peer.at('podSelector', 'matchLabels'));
  return labels.length > 0 ? labels : [{ namespace, labels: {} }];
}

function sought(namespace: string, field: Field): readonly Sought[] {
  const labels = field.peek();
  return isPlainObject(labels) && Object.keys(labels).length > 0 ? [{ namespace, labels: labels as Labels }] : [];
}

function misnamedNamespace(whose: string, { namespace }: Sought, namespaces: readonly string[]): readonly string[] {
  const meant = namespaces.includes(namespace) ? undefined : nearest(namespace, namespaces);
  if (meant === undefined) return [];
  return [
    `Selector: ${whose} names the namespace ${namespace}, and this app has none of that name: did you mean ${meant}?`,
  ];
}

function noPod(whose: string, { namespace, labels }: Sought, pods: PodIndex): readonly string[] {
  const wanted = Object.entries(labels);
  const [first] = wanted;
  if (!first || pods.in(namespace).length === 0) return [];
  const found = pods.with(namespace, ...first);
  if (found.some((pod) => wanted.every(([key, value]) => pod[key] === value))) return [];
  const text = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
  const meant = wanted.flatMap(([key, value]) => nearestLabel(key, value, pods.in(namespace)))[0];
  const hint = meant === undefined ? '' : `: did you mean ${meant}?`;
  return [`Selector: ${whose} names pods with ${text} in ${namespace}, and this app makes none${hint}`];
}

function nearestLabel(key: string, value: string, pods: readonly Labels[]): readonly string[] {
  const values = [...new Set(pods.flatMap((pod) => pod[key] ?? []))];
  if (values.includes(value)) return [];
  const keys = [...new Set(pods.flatMap((pod) => Object.keys(pod)))];
  const meantKey = values.length > 0 ? key : nearest(key, keys);
  if (meantKey === undefined) return [];
  const meant = values.length > 0 ? nearest(value, values) : value;
  return meant === undefined ? [] : [`${meantKey}=${meant}`];
}
