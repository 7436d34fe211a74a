import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { containersIn, isOurs, type PodSpec } from './pod-specs';

/** What a user adds to a construct's pod and no API server takes: a name that two have, a mount of a volume that is not there. */
export function looseParts({ manifest, spec }: PodSpec): readonly Problem[] {
  if (!isOurs(manifest)) return [];
  const faults = [...namedTwice(spec), ...mountsOfNothing(spec, claimsOf(manifest))];
  return faults.map((fault) => ({ construct: manifest.construct, ...fault }));
}

type Fault = Omit<Problem, 'construct'>;

function namedTwice(spec: Field): readonly Fault[] {
  const names = containersIn(spec).map(nameOf);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  return [...new Set(twice)].map((got) => ({
    prop: 'containers',
    wrong: 'has two with one name',
    got,
    expected: 'a name for each in the pod, init containers among them.',
    fix: 'give one of them another name.',
  }));
}

function mountsOfNothing(spec: Field, claims: readonly string[]): readonly Fault[] {
  const volumes = [...spec.at('volumes').peekItems().map(nameOf), ...claims];
  return containersIn(spec).flatMap((container) =>
    container
      .at('volumeMounts')
      .peekItems()
      .map(nameOf)
      .filter((volume) => !volumes.includes(volume))
      .map((got) => ({
        prop: 'volumeMounts',
        wrong: `of the container ${nameOf(container)} names a volume that the pod has not`,
        got,
        expected: volumes.length > 0 ? `one of ${volumes.join(', ')}.` : 'a volume of the pod, which has none.',
        fix: 'add it to volumes, or name another.',
      })),
  );
}

function claimsOf({ root }: Manifest): readonly string[] {
  const templates = root.at('spec', 'volumeClaimTemplates').peekItems();
  return templates.map((template) => nameOf(template.at('metadata')));
}

function nameOf(field: Field): string {
  return String(field.at('name').peek() ?? '');
}
