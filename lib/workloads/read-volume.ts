import type { Field } from '../manifests/field';
import { readBytes } from './read-quantity';
import { knownKeys, secretKey } from './read-secret';
import type { Surroundings } from './surroundings';
import type { Volume, VolumeFile } from './workload';

export function readVolume(field: Field, namespace: string, around: Surroundings): Volume {
  const name = field.at('name').text();
  const [source] = field.entries().filter(([key]) => key !== 'name');
  const read = source && Object.hasOwn(sources, source[0]) ? sources[source[0]] : undefined;
  if (!source || !read) return { field, name, type: 'unknown', source: source?.[0] ?? 'none' };
  return { field, name, ...read(source[1], namespace, around) };
}

/** A claim template of a StatefulSet: the claim is named after it and the pod. */
export function readClaimTemplate(field: Field, pod: string): Volume {
  const name = field.at('metadata', 'name').text();
  return { field, name, type: 'claim', claim: `${name}-${pod}` };
}

type VolumeSource<V = Volume> = V extends Volume ? Omit<V, 'field' | 'name'> : never;

const sources: Readonly<Record<string, (field: Field, namespace: string, around: Surroundings) => VolumeSource>> = {
  emptyDir: (field) => {
    field.entries(); // `emptyDir: {}` is a leaf of its own
    return {
      type: 'scratch',
      memory: field.at('medium').tryText() === 'Memory',
      sizeLimit: readBytes(field.at('sizeLimit')),
    };
  },
  persistentVolumeClaim: (field) => ({ type: 'claim', claim: field.at('claimName').text() }),
  configMap: (field, namespace, around) => ({ type: 'files', files: configFiles(field, namespace, around) }),
  secret: (field, namespace, around) => ({ type: 'files', files: secretFiles(field, namespace, around) }),
};

function configFiles(field: Field, namespace: string, around: Surroundings): readonly VolumeFile[] {
  const name = field.at('name').text();
  const data = around.config(namespace, name)?.root.at('data');
  const keys = data?.entries().map(([key]) => key) ?? [];
  return selected(field, keys).map(({ key, path, mode }) => {
    const content = data?.at(key).text() ?? '';
    return { path, mode, source: { from: 'config', namespace, name, key, content } };
  });
}

/** A Secret's keys are in no manifest: only those that the volume names can be known. */
function secretFiles(field: Field, namespace: string, around: Surroundings): readonly VolumeFile[] {
  const name = field.at('secretName').text();
  const files = selected(field, knownKeys(namespace, name, around) ?? []);
  return files.map(({ key, path, mode }) => ({ path, mode, source: secretKey(namespace, name, key, around) }));
}

interface Selected {
  readonly key: string;
  readonly path: string;
  readonly mode: number;
}

function selected(field: Field, keys: readonly string[]): readonly Selected[] {
  const defaultMode = field.at('defaultMode').tryNumber() ?? 0o644;
  const items = field.at('items');
  if (!items.exists) return keys.map((key) => ({ key, path: key, mode: defaultMode }));
  return items.items().map((item) => ({
    key: item.at('key').text(),
    path: item.at('path').text(),
    mode: item.at('mode').tryNumber() ?? defaultMode,
  }));
}
