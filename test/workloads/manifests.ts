import { ApiObject, App, Chart } from 'cdk8s';
import { type Manifest, readApp } from '../../lib/manifests/manifest';
import { type Reading, readManifests } from '../../lib/workloads/read-manifests';
import type { Container, Workload } from '../../lib/workloads/workload';

/** A Kubernetes object as somebody else's chart may hold it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> };
  readonly [key: string]: unknown;
}

/** What tells one pod from another here. */
export interface PodOptions {
  /** @default orders */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** As the app's manifests, each by a construct `chart/<kind>-<namespace>-<name>`. */
export function manifestsOf(...objects: readonly KubeObject[]): readonly Manifest[] {
  const app = new App({ outdir: '/nonexistent' });
  const chart = new Chart(app, 'chart', { namespace: 'orders' });
  for (const object of objects) {
    const { kind, metadata } = object;
    new ApiObject(chart, `${kind}-${metadata.namespace ?? 'orders'}-${metadata.name}`.toLowerCase(), object);
  }
  return readApp(app);
}

export function readingOf(...objects: readonly KubeObject[]): Reading {
  return readManifests(manifestsOf(...objects), []);
}

/** The workload of the first object, among the others. */
export function workloadOf(...objects: readonly KubeObject[]): Workload {
  const { workloads, problems } = readingOf(...objects);
  const [workload] = workloads;
  if (!workload || problems.length > 0) throw new Error(JSON.stringify(problems));
  return workload;
}

/** The only container of a Deployment, beside other objects. */
export function containerOf(container: object, pod: object = {}, ...others: readonly KubeObject[]): Container {
  const [read] = workloadOf(deployment('api', { ...pod, containers: [{ ...anyContainer, ...container }] }), ...others)
    .pod.containers;
  if (!read) throw new Error('no container');
  return read;
}

export const anyContainer = { name: 'main', image: 'acme/api:1' };

/** Labels, annotations and spec of a pod whose label `app` is its owner's name. */
export function podTemplate(name: string, spec: object = {}, { labels, annotations }: PodOptions = {}) {
  return {
    metadata: { labels: { app: name, ...labels }, ...(annotations && { annotations }) },
    spec: { containers: [anyContainer], ...spec },
  };
}

export function deployment(name: string, spec: object = {}, options: PodOptions = {}): KubeObject {
  return object('apps/v1', 'Deployment', name, { spec: owning(podTemplate(name, spec, options)) }, options.namespace);
}

export function statefulSet(name: string, more: object = {}, pod: object = {}): KubeObject {
  return object('apps/v1', 'StatefulSet', name, { spec: { ...owning(podTemplate(name, pod)), ...more } });
}

/** What an owner of pods says at the least. */
export function owning<T extends { readonly metadata: { readonly labels: object } }>(template: T) {
  return { selector: { matchLabels: template.metadata.labels }, template };
}

export function job(name: string, pod: object = {}, more: object = {}): KubeObject {
  const template = podTemplate(name, { restartPolicy: 'Never', ...pod });
  return object('batch/v1', 'Job', name, { spec: { template, ...more } });
}

/** What a claim asks for. */
export const anyClaim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

/** A Service that selects by the label `app`, on port 80, unless told otherwise. */
export function service(name: string, app: string, spec: object = {}, namespace?: string): KubeObject {
  return object('v1', 'Service', name, { spec: { selector: { app }, ports: [{ port: 80 }], ...spec } }, namespace);
}

export function configMap(name: string, data: Readonly<Record<string, string>>, namespace?: string): KubeObject {
  return object('v1', 'ConfigMap', name, { data }, namespace);
}

export function networkPolicy(name: string, spec: object, namespace?: string): KubeObject {
  return object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec }, namespace);
}

export function object(apiVersion: string, kind: string, name: string, rest = {}, namespace?: string): KubeObject {
  return { apiVersion, kind, metadata: { name, ...(namespace && { namespace }) }, ...rest };
}
