import { ApiObject } from 'cdk8s';
import { type LocalOptions, local } from 'cdk8s-tandem';
import type { ComposeFile, Service } from '../../lib/compose/compose-file';
import type { Asset, MountedFile } from '../../lib/compose/fragment';
import type { Output } from '../../lib/output';
import { eachField, type OfField } from '../differences/each-field';
import { synthesized } from '../synthesis';
import { anyContainer, deployment, type KubeObject } from '../workloads/manifests';

/** What the laptop is told of the pod owners, by their names. */
export type Laptop = Readonly<Record<string, LocalOptions>>;

/** What objects of a stranger's chart yield. */
export function tandemOf(objects: readonly KubeObject[], laptop: Laptop = {}): Output {
  return synthesized((chart) => {
    for (const object of objects) {
      const { kind, metadata } = object;
      const id = `${kind}-${metadata.namespace ?? 'orders'}-${metadata.name}`.toLowerCase();
      const apiObject = new ApiObject(chart, id, object);
      const options = laptop[metadata.name];
      if (options && JSON.stringify(object).includes('"containers"')) local(apiObject, options);
    }
  });
}

export function composeOf(objects: readonly KubeObject[], laptop: Laptop = {}): ComposeFile {
  return tandemOf(objects, laptop).rendered.file;
}

/** One key of each service. */
export function eachOf<K extends keyof Service>(
  { services }: ComposeFile,
  key: K,
): Readonly<Record<string, Service[K]>> {
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, service[key]]));
}

/** What a Deployment's service always is. */
export const anyService: Service = {
  image: 'acme/api:1',
  networks: { open: {} },
  restart: 'unless-stopped',
  stop_grace_period: '30s',
};

/** The service of a Deployment `api` with one container. */
export function serviceFor(container: object, pod: object = {}, options: LocalOptions = {}): Service {
  const { services } = composeOf([api(container, pod)], { api: options });
  if (!services.api) throw new Error('no service api');
  return services.api;
}

/** What differs of a Deployment `api` with one container, from its pod on. */
export function toldFor(container: object, pod: object = {}, options: LocalOptions = {}): readonly string[] {
  return toldOf(tandemOf([api(container, pod)], { api: options }));
}

export function api(container: object, pod: object = {}): KubeObject {
  return deployment('api', { ...pod, containers: [{ ...anyContainer, ...container }] });
}

/** The assets that are mounted as they are. */
export function mountedIn(assets: readonly Asset[]): readonly MountedFile[] {
  return assets.flatMap((asset) => ('content' in asset ? [asset] : []));
}

/**
 * `<field>: <what became of it>: <why>`; a field of a pod is counted from there. What these tests give to each object,
 * its label, whom it selects by it, its port and the names of its containers, is left out, and what a cluster gives to pods that say nothing.
 */
export function toldOf({ differences }: Output): readonly string[] {
  return eachField(differences)
    .filter(isNotOfTheTest)
    .map(({ field, became, reason, note }) => {
      const place = field.toString().replace(/^spec\/(jobTemplate\/spec\/)?template\/spec\//, '');
      return `${place}: ${became}: ${note ?? reason}`;
    });
}

export function isNotOfTheTest({ field }: OfField): boolean {
  if (!field.exists && defaults.test(field.toString())) return false;
  return !/(metadata\/labels|selector\/matchLabels)\/app$|spec\/containers\/\d+\/name$|ports\/\d+\/(port|containerPort)$/.test(
    field.toString(),
  );
}

const defaults = /(automountServiceAccountToken|seccompProfile)$/;
