import type { Field } from '../manifests/field';
import { decoded } from './content';
import type { PodIdentity } from './read-container';
import { type PodText, readPodField } from './read-pod-field';
import { readResourceField } from './read-resource-field';
import { knownKeys, secretKey } from './read-secret';
import type { Surroundings } from './surroundings';
import type { MissingFile, VolumeFile } from './volume';

/** What a volume holds; nothing where another app makes the object: then nobody here knows its keys. */
export interface Files {
  readonly files: readonly VolumeFile[];
  readonly missing: readonly MissingFile[];
  readonly known: boolean;
}

type ReadFiles = (field: Field, defaultMode: Field, pod: PodIdentity, around: Surroundings) => Files;

const none: Files = { files: [], missing: [], known: false };

/** The sources of files: alone, or one of a projected volume. */
export const fileSources: Readonly<Record<string, ReadFiles>> = {
  configMap: (field, defaultMode, { namespace }, around) => {
    const name = field.at('name');
    const root = around.config(namespace, String(name.peek()))?.root;
    if (!root) return none;
    name.text();
    const keys = ['data', 'binaryData'].flatMap((map) => root.at(map).entries()).map(([key]) => key);
    return selected(field, keys, defaultMode, (key) => {
      const leaf = root.at('data', key).exists ? root.at('data', key) : root.at('binaryData', key);
      const content = leaf.path[0] === 'data' ? leaf.text() : decoded(leaf.text());
      return { field: leaf, source: { from: 'config', namespace, name: name.text(), key, content } };
    });
  },
  secret: (field, defaultMode, { namespace }, around) => {
    const name = field.at('secretName').exists ? field.at('secretName') : field.at('name');
    const known = knownKeys(namespace, String(name.peek()), around);
    const keys = known ?? namedKeys(field);
    if (!known && keys.length === 0) return none;
    name.text();
    if (!known) field.at('optional').tryBoolean();
    return selected(field, keys, defaultMode, (key) => {
      return { field: name, source: secretKey(namespace, name.text(), key, around) };
    });
  },
  downwardAPI: (field, defaultMode, pod) => {
    const files = field
      .at('items')
      .items()
      .map((item) => podFile(item, defaultMode, pod));
    return { files: files.flat(), missing: [], known: files.every(({ length }) => length > 0) };
  },
};

/** A Secret that nobody here makes is made up, with the keys that are named, but for one that need not be there. */
function namedKeys(field: Field): readonly string[] {
  if (field.at('optional').peek() === true) return [];
  return field
    .at('items')
    .items()
    .map((item) => item.at('key').text());
}

function selected(
  field: Field,
  keys: readonly string[],
  defaultMode: Field,
  source: (key: string) => Pick<VolumeFile, 'field' | 'source'>,
): Files {
  const items = field.at('items');
  if (!items.exists) {
    const mode = defaultMode.tryNumber() ?? 0o644;
    return { files: keys.map((key) => ({ path: key, mode, ...source(key) })), missing: [], known: true };
  }
  const [there, absent] = partition(items.items(), (item) => keys.includes(String(item.at('key').peek())));
  const optional = field.at('optional').peek() === true;
  return {
    files: there.map((item) => ({ ...placed(item, defaultMode), ...source(item.at('key').text()) })),
    missing: optional ? [] : absent.map((item) => ({ field: item.at('key') })),
    known: true,
  };
}

function placed(item: Field, defaultMode: Field): Pick<VolumeFile, 'path' | 'mode'> {
  const mode = item.at('mode').tryNumber() ?? defaultMode.tryNumber() ?? 0o644;
  return { path: item.at('path').text(), mode };
}

function podFile(item: Field, defaultMode: Field, pod: PodIdentity): readonly VolumeFile[] {
  const resource = item.at('resourceFieldRef');
  const field = resource.exists ? resource.at('resource') : item.at('fieldRef', 'fieldPath');
  const found: PodText | undefined = resource.exists ? resourceText(resource, pod) : readPodField(field, pod);
  if (!found) return [];
  const { text: content, near } = found;
  return [{ field, ...placed(item, defaultMode), source: { from: 'pod', content, near } }];
}

function resourceText(resource: Field, pod: PodIdentity): PodText | undefined {
  const text = readResourceField(resource, pod);
  return text === undefined ? undefined : { text };
}

function partition<T>(things: readonly T[], is: (thing: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [things.filter(is), things.filter((thing) => !is(thing))];
}
