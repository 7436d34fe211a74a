import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';
import { type Bare, mapAt, mapsAt } from './bare';
import type { Fault } from './fault';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';

/** What no API server takes in a pod, whoever made it: a name that two have, a mount of a volume that is not there. */
export function looseParts({ manifest, containers, volumes }: PodSpec): readonly Problem[] {
  const mountable = [...volumes.map(({ said }) => nameOf(said)), ...claimsOf(manifest)];
  const faults = [...namedTwice(containers), ...containers.flatMap((one) => mountsOfNothing(one, mountable))];
  return faults.map((fault) => ({ construct: manifest.construct, ...fault }));
}

function namedTwice(containers: readonly Part[]): readonly Fault[] {
  const names = containers.map(({ said }) => nameOf(said));
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  return [...new Set(twice)].map((got) => ({
    prop: 'containers',
    wrong: 'has two with one name',
    got,
    expected: 'a name for each in the pod, init containers among them.',
    fix: 'give one of them another name.',
  }));
}

function mountsOfNothing({ said }: Part, volumes: readonly string[]): readonly Fault[] {
  return mapsAt(said, 'volumeMounts')
    .map(nameOf)
    .filter((volume) => !volumes.includes(volume))
    .map((got) => ({
      prop: 'volumeMounts',
      wrong: `of the container ${nameOf(said)} names a volume that the pod has not`,
      got,
      expected: volumes.length > 0 ? `one of ${volumes.join(', ')}.` : 'a volume of the pod, which has none.',
      fix: 'add it to volumes, or name another.',
    }));
}

function claimsOf({ object }: Manifest): readonly string[] {
  return mapsAt(mapAt(object, 'spec'), 'volumeClaimTemplates').map((template) => nameOf(mapAt(template, 'metadata')));
}

function nameOf({ name }: Bare): string {
  return String(name ?? '');
}
