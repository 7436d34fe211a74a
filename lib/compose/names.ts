import type { ConfigKey, SecretKey, Volume, VolumeFile } from '../workloads/volume';
import type { Workload } from '../workloads/workload';
import { distinctNames } from './distinct-names';

/** What the objects of a cluster are called in the one project that has no namespaces. */
export interface Names {
  readonly service: (workload: Workload) => string;
  /** The service of the first member: what all of them share is called after it. */
  readonly owner: (workload: Workload) => string;
  readonly volume: (workload: Workload, volume: Volume) => string;
  readonly config: (source: ConfigKey) => string;
  /** Of a Secret that the app makes; all others go by their names alone. */
  readonly secret: (source: SecretKey) => string;
}

/**
 * Each is called as in the cluster; where two namespaces hold the same name, each of the two by its namespace too, and
 * where two kinds of workload share both, by the kind.
 */
export function namesOf(workloads: readonly Workload[]): Names {
  const services = distinctNames(workloads, [
    called,
    (workload) => `${workload.namespace}-${called(workload)}`,
    (workload) => `${workload.namespace}-${called(workload)}-${workload.kind.toLowerCase()}`,
  ]);
  const service = (workload: Workload) => services.get(workload) ?? workload.name;
  const first = new Map(workloads.toReversed().map((workload) => [workload.field, workload]));
  const claim = namespaced(workloads.flatMap(claimsOf));
  const config = namespaced(workloads.flatMap((workload) => objectsOf(workload, ({ from }) => from === 'config')));
  const secret = namespaced(workloads.flatMap((workload) => objectsOf(workload, ({ from }) => from === 'secret')));
  return {
    service,
    owner: (workload) => service(first.get(workload.field) ?? workload),
    volume: (workload, volume) =>
      volume.type === 'claim' ? claim(workload.namespace, volume.claim) : `${service(workload)}_${volume.name}`,
    config: (source) => config(source.namespace, source.name),
    secret: (source) => secret(source.namespace, source.name),
  };
}

/** The first member as its owner, so that one more starts beside it and does not take its place. */
function called({ name, member }: Workload): string {
  return member && member.index > 0 ? `${name}-${member.ordinal}` : name;
}

type Place = readonly [namespace: string, name: string];

function claimsOf(workload: Workload): readonly Place[] {
  return workload.pod.volumes.flatMap((volume) =>
    volume.type === 'claim' ? [[workload.namespace, volume.claim]] : [],
  );
}

function objectsOf({ pod }: Workload, is: (source: VolumeFile['source']) => boolean): readonly Place[] {
  const files = pod.volumes.flatMap((volume) => (volume.type === 'files' ? volume.files : []));
  return files
    .map(({ source }) => source)
    .filter(is)
    .flatMap((source) => (source.from === 'pod' ? [] : [[source.namespace, source.name] as const]));
}

function namespaced(places: readonly Place[]): (namespace: string, name: string) => string {
  const distinct = [...new Set(places.map((place) => place.join('/')))];
  const names = distinctNames(distinct, [
    (place) => place.slice(place.indexOf('/') + 1),
    (place) => place.replace('/', '-'),
  ]);
  return (namespace, name) => names.get(`${namespace}/${name}`) ?? name;
}
