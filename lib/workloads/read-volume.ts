import type { Field } from '../manifests/field';
import type { PodIdentity } from './read-container';
import { fileSources } from './read-files';
import { readBytes } from './read-quantity';
import type { Surroundings } from './surroundings';
import type { Volume } from './volume';

export function readVolume(field: Field, pod: PodIdentity, around: Surroundings): Volume {
  const name = field.at('name').text();
  const [source] = field.entries().filter(([key, value]) => key !== 'name' && value.exists);
  // Kubernetes takes a volume without a source for an emptyDir.
  if (!source) return { field, name, ...scratch(field.at('emptyDir')) };
  const read = Object.hasOwn(sources, source[0]) ? sources[source[0]] : undefined;
  return { field, name, ...(read ? read(source[1], pod, around, name) : { type: 'unknown', source: source[0] }) };
}

/** A claim template of a StatefulSet: the claim is named after it and the pod. */
export function readClaimTemplate(field: Field, pod: string): Volume {
  const name = field.at('metadata', 'name').text();
  return { field, name, type: 'claim', claim: `${name}-${pod}`, readOnly: false, madeBy: 'the app' };
}

type VolumeSource<V = Volume> = V extends Volume ? Omit<V, 'field' | 'name'> : never;
type ReadSource = (field: Field, pod: PodIdentity, around: Surroundings, name: string) => VolumeSource;

const sources: Readonly<Record<string, ReadSource>> = {
  emptyDir: scratch,
  persistentVolumeClaim: (field, { namespace }, around) => {
    const claim = field.at('claimName').text();
    const readOnly = field.at('readOnly').tryBoolean() ?? false;
    return { type: 'claim', claim, readOnly, madeBy: around.isClaimed(namespace, claim) ? 'the app' : 'nobody here' };
  },
  // A cluster makes a claim of that name.
  ephemeral: (_, pod, __, name) => {
    return { type: 'claim', claim: `${pod.name}-${name}`, readOnly: false, madeBy: 'the pod' };
  },
  hostPath: (field) => ({ type: 'host', path: field.at('path').text(), kind: field.at('type').tryText() ?? '' }),
  nfs: (field) => ({
    type: 'nfs',
    server: field.at('server').text(),
    path: field.at('path').text(),
    readOnly: field.at('readOnly').tryBoolean() ?? false,
  }),
  image: (field) => {
    const reference = field.at('reference').tryText();
    return reference ? { type: 'image', reference } : { type: 'unknown', source: 'image' };
  },
  configMap: alone('configMap'),
  secret: alone('secret'),
  downwardAPI: alone('downwardAPI'),
  projected: (field, pod, around) => {
    const read = field
      .at('sources')
      .items()
      .flatMap((source) => projected(source, field.at('defaultMode'), pod, around));
    const files = new Map(read.flatMap((source) => source.files).map((file) => [file.path, file]));
    return {
      type: 'files',
      files: [...files.values()],
      missing: read.flatMap(({ missing }) => missing),
      known: read.every(({ known }) => known),
    };
  },
};

function scratch(field: Field): VolumeSource {
  field.entries(); // `emptyDir: {}` is a leaf of its own
  const medium = field.at('medium').tryText() ?? '';
  return { type: 'scratch', memory: medium !== '', sizeLimit: readBytes(field.at('sizeLimit')) };
}

function alone(kind: string): ReadSource {
  return (field, pod, around) => {
    const read = fileSources[kind]?.(field, field.at('defaultMode'), pod, around);
    return { type: 'files', files: [], missing: [], known: false, ...read };
  };
}

/** Of two files at one path the later source's wins. */
function projected(source: Field, defaultMode: Field, pod: PodIdentity, around: Surroundings) {
  return source.entries().flatMap(([kind, field]) => {
    const read = Object.hasOwn(fileSources, kind) ? fileSources[kind] : undefined;
    return [read ? read(field, defaultMode, pod, around) : { files: [], missing: [], known: false }];
  });
}
