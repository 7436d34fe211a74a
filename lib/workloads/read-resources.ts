import type { Field } from '../manifests/field';
import { readBytes, readCpu } from './read-quantity';
import type { Memory, Resources } from './workload';

/** What a container says, or else its pod: where it is the only container of that, the two are the same. */
export function readResources(field: Field, pod: Field): Resources {
  const places = [field, ...(isAlone(pod) ? [pod.at('resources')] : [])];
  const first = <T>(read: (place: Field) => T | undefined, ...path: string[]) =>
    places.reduce<T | undefined>((found, place) => found ?? read(place.at(...path)), undefined);
  return {
    field,
    cpuRequest: first(readCpu, 'requests', 'cpu'),
    cpuLimit: first(readCpu, 'limits', 'cpu'),
    memoryRequest: first(readMemory, 'requests', 'memory'),
    memoryLimit: first(readMemory, 'limits', 'memory'),
  };
}

function readMemory(field: Field): Memory | undefined {
  const bytes = readBytes(field);
  return bytes === undefined ? undefined : { field, bytes };
}

/** Init containers that end have all of it while they run. */
function isAlone(pod: Field): boolean {
  const sidecars = pod
    .at('initContainers')
    .items()
    .filter((container) => container.at('restartPolicy').peek() === 'Always');
  return pod.at('containers').items().length + sidecars.length === 1;
}
