import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { push } from '../units/push';
import { secretMakers } from './secret-makers';
import type { Labels } from './selector';
import type { Pod } from './workload';

/** The objects that pods refer to by name or label, found quickly. */
export interface Surroundings {
  readonly config: (namespace: string, name: string) => Manifest | undefined;
  readonly secret: (namespace: string, name: string) => Manifest | undefined;
  readonly account: (namespace: string, name: string) => Manifest | undefined;
  /** What a program of the cluster makes a Secret of. */
  readonly secretMaker: (namespace: string, name: string) => Manifest | undefined;
  /** Whether the app makes a claim of that name, by itself or from the template of a StatefulSet. */
  readonly isClaimed: (namespace: string, name: string) => boolean;
  /** The Services that lead to pods with these labels, in the app's order. */
  readonly services: (namespace: string, pod: Pod) => readonly Manifest[];
  readonly policies: readonly Manifest[];
  readonly namespace: (name: string) => Manifest | undefined;
  readonly namespaceLabels: (namespace: string) => Labels;
}

export function surroundings(manifests: readonly Manifest[]): Surroundings {
  const ofKind = (kind: string, apiVersion = 'v1') =>
    manifests.filter((manifest) => manifest.kind === kind && manifest.apiVersion === apiVersion);
  const named = (kind: string) => {
    const byName = new Map(ofKind(kind).map((manifest) => [`${manifest.namespace}/${manifest.name}`, manifest]));
    return (namespace: string, name: string) => byName.get(`${namespace}/${name}`);
  };
  const namespaces = new Map(ofKind('Namespace').map((namespace) => [namespace.name, namespace]));
  return {
    config: named('ConfigMap'),
    secret: named('Secret'),
    account: named('ServiceAccount'),
    secretMaker: secretMakers(manifests),
    isClaimed: claimed(named('PersistentVolumeClaim'), ofKind('StatefulSet', 'apps/v1')),
    services: serviceIndex(ofKind('Service')),
    policies: ofKind('NetworkPolicy', 'networking.k8s.io/v1'),
    namespace: (name) => namespaces.get(name),
    namespaceLabels: (namespace) => labelsOf(namespace, namespaces.get(namespace)?.root),
  };
}

function claimed(alone: Surroundings['config'], statefulSets: readonly Manifest[]): Surroundings['isClaimed'] {
  const prefixes = statefulSets.flatMap(({ namespace, name, root }) => {
    const templates = root.at('spec', 'volumeClaimTemplates').unobserved().items();
    return templates.map((template) => `${namespace}/${template.at('metadata', 'name').peek()}-${name}-`);
  });
  return (namespace, name) => {
    const ofMember = `${namespace}/${name}`.replace(/\d+$/, '');
    return alone(namespace, name) !== undefined || (/\d$/.test(name) && prefixes.includes(ofMember));
  };
}

/** By the first label of their selectors, so that a pod looks only at Services that may select it. */
function serviceIndex(services: readonly Manifest[]): Surroundings['services'] {
  const selectors = services.map((service, index) => {
    return { service, index, selector: service.root.at('spec', 'selector').unobserved().textMap() };
  });
  const byLabel = new Map<string, typeof selectors>();
  for (const entry of selectors) {
    const [first] = Object.entries(entry.selector);
    if (first) push(byLabel, `${entry.service.namespace}/${first.join('=')}`, entry);
  }
  return (namespace, { labels, metadata }) => {
    const candidates = Object.entries(labels).flatMap((label) => byLabel.get(`${namespace}/${label.join('=')}`) ?? []);
    const found = candidates.filter(({ selector }) => includes(labels, selector));
    for (const key of found.flatMap(({ service }) => Object.keys(service.root.at('spec', 'selector').textMap()))) {
      metadata.at('labels', key).tryText();
    }
    return found.sort((one, other) => one.index - other.index).map(({ service }) => service);
  };
}

function includes(labels: Labels, selector: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Kubernetes itself gives each namespace the label with its name. */
function labelsOf(namespace: string, root: Field | undefined): Labels {
  return { ...root?.at('metadata', 'labels').unobserved().textMap(), 'kubernetes.io/metadata.name': namespace };
}
