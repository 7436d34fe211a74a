import { secretsIn } from './text';
import type { SecretKey } from './volume';
import type { Workload } from './workload';

/** A Secret that must exist in a namespace before its pods can start, and that nothing of the app makes. */
export interface UsedSecret {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
}

export function usedSecrets(workloads: readonly Workload[]): readonly UsedSecret[] {
  const used = new Map<string, Set<string>>();
  const elsewhere = workloads.flatMap(secretKeys).filter(({ value, made }) => value === undefined && !made);
  for (const { namespace, name, key } of elsewhere) {
    const id = `${namespace}/${name}`;
    used.set(id, (used.get(id) ?? new Set()).add(key));
  }
  return [...used].map(([id, keys]) => {
    const [namespace = '', name = ''] = id.split('/');
    return { namespace, name, keys: [...keys] };
  });
}

function secretKeys({ pod }: Workload): readonly SecretKey[] {
  const env = [...pod.initContainers, ...pod.containers].flatMap((container) => container.env);
  const files = pod.volumes.flatMap((volume) => (volume.type === 'files' ? volume.files : []));
  return [
    ...files.flatMap(({ source }) => (source.from === 'secret' ? [source] : [])),
    ...env.flatMap(({ value }) => secretsIn(value)),
  ];
}
