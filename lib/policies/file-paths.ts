import { posix } from 'node:path';
import type { Problem } from '../checks/problem';
import { quoted } from '../checks/shown';
import type { Field } from '../manifests/field';
import { type Fault, told } from './fault';
import { type Part, partsAt } from './part';
import type { PodSpec } from './pod-specs';

/** Files of a volume that cannot be beside each other: no node starts such a pod, or the API server takes none. */
export function clashingPaths({ manifest: { construct }, isOurs, volumes }: PodSpec): readonly Problem[] {
  return volumes.flatMap((volume) => {
    const files = filesIn(volume);
    return files.flatMap((file, index) => {
      const other = files.slice(0, index).find((one) => isClash(file, one, isOurs));
      return other ? [{ construct, ...clash(file, other) }] : [];
    });
  });
}

interface File {
  /** Where its path is said. */
  readonly field: Field;
  readonly path: string;
  /** What it comes from. */
  readonly source: Field;
}

const listing = ['configMap', 'secret', 'downwardAPI'];
const single = ['serviceAccountToken', 'clusterTrustBundle'];

function filesIn(volume: Part): readonly File[] {
  const projected = volume.said.projected ? partsAt(volume.field.at('projected', 'sources')) : [];
  return [
    ...[volume, ...projected].flatMap((part) => saidIn(part, listing)).flatMap(listed),
    ...projected.flatMap((part) => saidIn(part, single)).flatMap((source) => file(source, source.at('path'))),
  ];
}

function saidIn({ said, field }: Part, kinds: readonly string[]): readonly Field[] {
  return kinds.filter((kind) => said[kind] != null).map((kind) => field.at(kind));
}

function listed(source: Field): readonly File[] {
  const items = source.at('items').peekItems();
  return items.flatMap((item) => file(source, item.at('path')));
}

function file(source: Field, field: Field): readonly File[] {
  const said = field.peek();
  return typeof said === 'string' && said !== '' ? [{ field, source, path: posix.normalize(said) }] : [];
}

function isClash(file: File, other: File, isWarned: boolean): boolean {
  if (file.path !== other.path) return lies(file.path, other.path) || lies(other.path, file.path);
  // The last one is there. Of two sources that list their files, the API server takes none that are written alike.
  const isListed = [file, other].every(({ source }) => listing.includes(`${source.key}`));
  return isWarned || (file.source !== other.source && isListed && file.field.peek() === other.field.peek());
}

function lies(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function clash({ field, path }: File, other: File): Fault {
  const wrong =
    path === other.path
      ? 'is there twice'
      : lies(path, other.path)
        ? `lies in ${quoted(other.path)}, which is a file`
        : `is a file, and ${quoted(other.path)} lies in it`;
  return told(field, wrong, 'a path of its own for each file of a volume.', 'write another path for one of the two.');
}
