import { joined } from '../checks/finding';
import type { Check, Finding } from '../checks/problem';
import { bare } from './bare';
import { isNothing } from './or-nothing';
import type { Part } from './part';

/** A place, empty for the whole, `*` for each element of a list, and what may stand there; of `+` something must. */
export type Place = readonly [path: string, Check];

/** What is found below a part where rules have something to say of it, in their order. */
export function findingsAt(places: readonly Place[]): (part: Part) => readonly Finding[] {
  const tree = treeOf(
    places.map(([path, check], order) => ({ keys: path === '' ? [] : path.split('/'), check, order })),
  );
  return ({ said, field }) => {
    const faults: Fault[] = [];
    gather(faults, said, tree, []);
    return faults
      .sort((one, other) => one.order - other.order)
      .map(({ path, finding }) => ({ ...finding, prop: joined(field.at(...path).toString(), finding.prop) }));
  };
}

interface Rule {
  readonly keys: readonly string[];
  readonly check: Check;
  readonly order: number;
}

/** The rules by the keys that lead to them: an app has thousands of containers, and what one has not is asked for once. */
interface Tree {
  readonly rules: readonly Rule[];
  readonly below: readonly Branch[];
}

interface Branch extends Tree {
  /** Undefined for the elements of a list. */
  readonly key: string | undefined;
  readonly isNeeded: boolean;
}

function treeOf(rules: readonly Rule[]): Tree {
  const firsts = new Set(rules.flatMap(({ keys: [first] }) => first ?? []));
  return {
    rules: rules.filter(({ keys }) => keys.length === 0),
    below: [...firsts].map((first) => ({
      key: first === '*' ? undefined : first.replace('+', ''),
      isNeeded: first.endsWith('+'),
      ...treeOf(rules.filter(({ keys }) => keys[0] === first).map((rule) => ({ ...rule, keys: rule.keys.slice(1) }))),
    })),
  };
}

type Path = readonly (string | number)[];

interface Fault {
  readonly path: Path;
  readonly order: number;
  readonly finding: Finding;
}

/** Into one list: hardly any place has a fault. Of what is missing one rule speaks. */
function gather(faults: Fault[], value: unknown, { rules, below }: Tree, path: Path): void {
  for (const { check, order } of rules) {
    const findings = check(value);
    for (const finding of findings) faults.push({ path, order, finding });
    if (findings.length > 0 && isNothing(value)) break;
  }
  if (value == null) return;
  for (const branch of below) gatherBelow(faults, value, branch, path);
}

function gatherBelow(faults: Fault[], value: unknown, branch: Branch, path: Path): void {
  const { key, isNeeded } = branch;
  if (key === undefined) {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) gather(faults, item, branch, [...path, index]);
    return;
  }
  const one = bare(value)[key];
  if (one != null || (isNeeded && !Array.isArray(value) && typeof value === 'object'))
    gather(faults, one, branch, [...path, key]);
}
