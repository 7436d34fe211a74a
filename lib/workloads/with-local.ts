import { within } from '../checks/finding';
import { localOptions } from '../checks/local-options';
import type { Problem } from '../checks/problem';
import { optional, type Rules, shape } from '../checks/props';
import { isText } from '../checks/text';
import type { GivenLocal, WorkloadName } from '../local/given-local';
import type { Laptop } from '../local/set-up';
import type { Manifest } from '../manifests/manifest';
import { push } from '../units/push';

export interface Locals {
  readonly of: (podOwner: Manifest) => Laptop;
  readonly problems: readonly Problem[];
}

/** The one place where what only a laptop needs meets what the manifests say. What was given last wins. */
export function readLocals(given: readonly GivenLocal[], podOwners: readonly Manifest[]): Locals {
  const owners = byConstruct(podOwners);
  const options = new Map<Manifest, Laptop>();
  const problems: Problem[] = [];
  for (const one of given) {
    const misnamed = wrongName(one);
    const meant = misnamed.length > 0 ? [] : namedBy(one, owners.get(one.construct) ?? []);
    const wrong = wrongOptions(one);
    problems.push(...misnamed, ...(misnamed.length > 0 || meant.length === 1 ? [] : [problemOf(one, meant)]), ...wrong);
    // What is wrong is refused: nobody need understand it.
    const told = { ...(wrong.length === 0 && one.options), ...(one.setUp && { setUp: one.setUp }) };
    for (const manifest of meant) options.set(manifest, { ...options.get(manifest), ...told });
  }
  return { of: (manifest) => options.get(manifest) ?? {}, problems };
}

/** The pod owners at or below each construct. */
function byConstruct(podOwners: readonly Manifest[]): ReadonlyMap<string, readonly Manifest[]> {
  const owners = new Map<string, Manifest[]>();
  for (const manifest of podOwners) {
    const parts = manifest.construct.split('/');
    for (const length of ['', ...parts].keys()) push(owners, parts.slice(0, length).join('/'), manifest);
  }
  return owners;
}

function namedBy({ which }: GivenLocal, podOwners: readonly Manifest[]): readonly Manifest[] {
  return podOwners.filter(({ kind, name }) => (which.kind ?? kind) === kind && (which.name ?? name) === name);
}

function wrongName({ construct, which }: GivenLocal): readonly Problem[] {
  return within('local', within('which', shape(workloadName)(which))).map((finding) => ({ construct, ...finding }));
}

const workloadName: Rules<WorkloadName> = { kind: optional(isText), name: optional(isText) };

function wrongOptions({ construct, options }: GivenLocal): readonly Problem[] {
  return within('local', shape(localOptions)(options)).map((finding) => ({ construct, ...finding }));
}

function problemOf({ construct }: GivenLocal, meant: readonly Manifest[]): Problem {
  const names = meant.map(({ kind, name }) => `${kind} ${name}`).join(', ');
  const none = meant.length === 0;
  return {
    construct,
    prop: 'local',
    wrong: none ? 'is given to what yields no pod' : `could mean several workloads (${names})`,
    expected: 'a construct that yields one pod owner, such as a Deployment.',
    fix: none ? 'give it to another construct.' : 'name one: local(construct, {…}, { kind, name }).',
  };
}
