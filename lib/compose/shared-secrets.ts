import { approximated, type Difference } from '../differences/difference';
import type { Workload } from '../workloads/workload';

type Field = Workload['field'];

/**
 * Secrets of one name in several namespaces. In a cluster each may hold something else; on the laptop they are one, so
 * that whoever refers to another namespace's database finds its password.
 */
export function sharedSecrets(workloads: readonly Workload[]): readonly Difference[] {
  if (new Set(workloads.map(({ namespace }) => namespace)).size < 2) return [];
  const used = workloads.flatMap(({ namespace, pod }) => {
    const made = namesOfMade(pod);
    return secretNames(pod.field).map((field) => ({ field, namespace, name: String(field.peek()), made }));
  });
  const foreign = used.filter(({ name, made }) => !made.has(name));
  const namespaces = new Map<string, Set<string>>();
  for (const { name, namespace } of foreign) namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace));
  return foreign.flatMap(({ field, namespace, name }) => {
    const where = [...(namespaces.get(name) ?? [])].filter((other) => other !== namespace).join(', ');
    return where ? [approximated(field, ...reasonFor(where))] : [];
  });
}

function reasonFor(where: string): readonly [reason: string, means: string] {
  return [
    `one with the Secret of this name in ${where}: on a laptop a Secret is known by its name alone`,
    'the two Secrets hold the same values here',
  ];
}

/** Whose values the app itself says: those have a place for each namespace. */
function namesOfMade({ volumes, containers, initContainers }: Workload['pod']): ReadonlySet<string> {
  const files = volumes.flatMap((volume) => (volume.type === 'files' ? volume.files.map(({ source }) => source) : []));
  const env = [...initContainers, ...containers].flatMap((container) => container.env.flatMap(({ value }) => value));
  const keys = [...files, ...env].flatMap((key) => (typeof key === 'object' && key.from === 'secret' ? [key] : []));
  return new Set(keys.filter(({ value }) => value !== undefined).map(({ name }) => name));
}

/** Where a pod names a Secret whose content it is given. */
function secretNames(pod: Field): readonly Field[] {
  const containers = [...pod.at('initContainers').items(), ...pod.at('containers').items()];
  const volumes = pod.at('volumes').items();
  return [
    ...containers
      .flatMap((container) => container.at('env').items())
      .map((one) => one.at('valueFrom', 'secretKeyRef', 'name')),
    ...volumes.map((volume) => volume.at('secret', 'secretName')),
    ...volumes.flatMap((volume) => volume.at('projected', 'sources').items()).map((one) => one.at('secret', 'name')),
  ].filter(({ exists }) => exists);
}
