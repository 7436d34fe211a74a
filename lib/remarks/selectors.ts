import { nearest } from '../checks/nearest';
import { isPlainObject } from '../checks/plain-object';
import type { Manifest } from '../manifests/manifest';
import { type Bare, bare, mapAt, mapsAt } from '../policies/bare';
import { push } from '../units/push';
import { remembered } from '../units/remembered';
import type { Labels } from '../workloads/selector';
import type { Workload } from '../workloads/workload';

/**
 * Selectors that find no pod of the app where it makes some: most often a label is misspelt. No mistake by itself, as
 * others may make such pods there.
 */
export function selectorRemarks(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly string[] {
  const pods = podIndex(workloads);
  return manifests.flatMap((manifest) =>
    soughtBy(manifest).flatMap((sought) => [
      ...misnamedNamespace(manifest, sought, pods),
      ...noPod(manifest, sought, pods),
    ]),
  );
}

interface PodIndex {
  /** The namespace that was meant by a name that none has. */
  readonly meant: (namespace: string) => string | undefined;
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
    meant: remembered((namespace: string) => (all.has(namespace) ? undefined : nearest(namespace, [...all.keys()]))),
    in: (namespace) => all.get(namespace) ?? [],
    with: (namespace, key, value) => byLabel.get(`${namespace}/${key}=${value}`) ?? [],
  };
}

/** Pods that somebody asks for, by labels that each of them must have. */
interface Sought {
  readonly namespace: string;
  readonly labels: Labels;
}

const selecting: Readonly<Record<string, (namespace: string, spec: Bare) => readonly Sought[]>> = {
  'v1/Service': (namespace, { selector }) => sought(namespace, selector),
  'policy/v1/PodDisruptionBudget': (namespace, { selector }) => sought(namespace, bare(selector).matchLabels),
  'networking.k8s.io/v1/NetworkPolicy': (namespace, spec) => [
    ...sought(namespace, mapAt(spec, 'podSelector').matchLabels),
    ...peersOf(spec).flatMap((peer) => ofPeer(namespace, peer)),
  ],
};

function soughtBy({ apiVersion, kind, namespace, object }: Manifest): readonly Sought[] {
  const id = `${apiVersion}/${kind}`;
  return (Object.hasOwn(selecting, id) && selecting[id]?.(namespace, mapAt(object, 'spec'))) || [];
}

function peersOf(spec: Bare): readonly Bare[] {
  return [
    ...mapsAt(spec, 'ingress').flatMap((rule) => mapsAt(rule, 'from')),
    ...mapsAt(spec, 'egress').flatMap((rule) => mapsAt(rule, 'to')),
  ];
}

const nameOfNamespace = 'kubernetes.io/metadata.name';

/** Namespaces by any other label are not known here. */
function ofPeer(own: string, peer: Bare): readonly Sought[] {
  const elsewhere = mapAt(mapAt(peer, 'namespaceSelector'), 'matchLabels')[nameOfNamespace];
  const namespace = peer.namespaceSelector == null ? own : elsewhere;
  if (typeof namespace !== 'string' || peer.ipBlock != null) return [];
  const labels = sought(namespace, mapAt(peer, 'podSelector').matchLabels);
  return labels.length > 0 ? labels : [{ namespace, labels: {} }];
}

function sought(namespace: string, labels: unknown): readonly Sought[] {
  return isPlainObject(labels) && Object.keys(labels).length > 0 ? [{ namespace, labels: labels as Labels }] : [];
}

function misnamedNamespace(manifest: Manifest, { namespace }: Sought, pods: PodIndex): readonly string[] {
  const meant = pods.meant(namespace);
  if (meant === undefined) return [];
  return [
    `Selector: ${whose(manifest)} names the namespace ${namespace}, and this app has none of that name: did you mean ${meant}?`,
  ];
}

function noPod(manifest: Manifest, { namespace, labels }: Sought, pods: PodIndex): readonly string[] {
  const wanted = Object.entries(labels);
  const [first] = wanted;
  if (!first || pods.in(namespace).length === 0) return [];
  const found = pods.with(namespace, ...first);
  if (found.some((pod) => wanted.every(([key, value]) => pod[key] === value))) return [];
  const text = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
  const meant = wanted.flatMap(([key, value]) => nearestLabel(key, value, pods.in(namespace)))[0];
  const hint = meant === undefined ? '' : `: did you mean ${meant}?`;
  return [`Selector: ${whose(manifest)} names pods with ${text} in ${namespace}, and this app makes none${hint}`];
}

function whose({ kind, namespace, name }: Manifest): string {
  return `the ${kind} ${namespace}/${name}`;
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
