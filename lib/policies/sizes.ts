import type { Problem } from '../checks/problem';
import { bytesIn, isLonger } from '../manifests/bytes-in';
import type { Manifest } from '../manifests/manifest';
import type { Fault } from './fault';
import type { PodSpec } from './pod-specs';

/** Objects that are larger than the API server takes, or etcd, which keeps them. */
export function tooLarge(manifest: Manifest): readonly Problem[] {
  const { construct, object } = manifest;
  // What is small as a whole has no part that is too large.
  if (!isLonger(object, mostOfAnnotations)) return none;
  const faults = [
    ...tooManyAnnotations('metadata/annotations', Object(object.metadata).annotations),
    ...(dataOf(manifest) > mebibyte ? [beyond('data', 'has', dataOf(manifest), mebibyte)] : ofObject(object)),
  ];
  return faults.map((fault) => ({ construct, ...fault }));
}

/** Annotations of a pod's template, which are under the same limit. */
export function largeTemplates({ manifest, metadata: { said, field } }: PodSpec): readonly Problem[] {
  return tooManyAnnotations(field.at('annotations').toString(), said.annotations).map((fault) => ({
    construct: manifest.construct,
    ...fault,
  }));
}

const none: readonly Problem[] = [];

const mebibyte = 1024 * 1024;
const mostOfAnnotations = mebibyte / 4;
const mostOfObject = 1.5 * mebibyte;

function tooManyAnnotations(prop: string, annotations: unknown): readonly Fault[] {
  return isLonger(annotations, mostOfAnnotations)
    ? [{ ...beyond(prop, 'have', bytesIn(annotations), mostOfAnnotations), fix: 'write less into them.' }]
    : [];
}

function ofObject(object: Manifest['object']): readonly Fault[] {
  return bytesIn(object) > mostOfObject ? [beyond('object', 'has', bytesIn(object), mostOfObject)] : [];
}

function beyond(prop: string, has: string, bytes: number, most: number): Fault {
  const wrong = `${has} ${bytes} bytes, more than the ${most} that the API server takes`;
  return { prop, wrong, expected: `at most ${most} bytes.`, fix: 'put it into the image, or into several objects.' };
}

const withData = ['ConfigMap', 'Secret'];

/** What a ConfigMap or a Secret holds, without its keys; binary data as it is once decoded. */
function dataOf({ kind, object }: Manifest): number {
  if (!withData.includes(kind)) return 0;
  const encoded = Object.values(Object(kind === 'Secret' ? object.data : object.binaryData));
  const plain = Object.values(Object(kind === 'Secret' ? object.stringData : object.data));
  return bytesIn(plain) + Math.floor((bytesIn(encoded) * 3) / 4 - 2 * encoded.length);
}
