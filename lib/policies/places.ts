import { joined } from '../checks/finding';
import type { Check, Finding } from '../checks/problem';
import { push } from '../units/push';
import { type Bare, bare } from './bare';
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

/** The rules by the keys that lead to them: an app has thousands of containers, and each has few of the keys. */
interface Tree {
  readonly rules: readonly Rule[];
  /** Of the elements of a list. */
  readonly each: Tree | undefined;
  readonly below: ReadonlyMap<string, Tree>;
  /** Those that are asked, too, where nothing is. */
  readonly needed: readonly (readonly [key: string, Tree])[];
}

function treeOf(rules: readonly Rule[]): Tree {
  const at = new Map<string, Rule[]>();
  for (const rule of rules) {
    const [first] = rule.keys;
    if (first !== undefined) push(at, first.replace('+', ''), rule);
  }
  const each = at.get('*');
  const below = [...at].filter(([key]) => key !== '*');
  const needed = below.map(([key, those]) => [key, those.filter(isNeeded)] as const);
  return {
    rules: rules.filter(({ keys }) => keys.length === 0),
    each: each && treeBelow(each),
    below: new Map(below.map(([key, those]) => [key, treeBelow(those)])),
    needed: needed.flatMap(([key, those]) => (those.length > 0 ? [[key, treeBelow(those)] as const] : [])),
  };
}

function isNeeded({ keys: [first] }: Rule): boolean {
  return first?.endsWith('+') ?? false;
}

function treeBelow(rules: readonly Rule[]): Tree {
  return treeOf(rules.map((rule) => ({ ...rule, keys: rule.keys.slice(1) })));
}

type Key = string | number;

interface Fault {
  readonly path: readonly Key[];
  readonly order: number;
  readonly finding: Finding;
}

/** Into one list: hardly any place has a fault, so that the way there is kept but once. Of what is missing one rule speaks. */
function gather(faults: Fault[], value: unknown, tree: Tree, way: Key[]): void {
  for (const { check, order } of tree.rules) {
    const findings = check(value);
    for (const finding of findings) faults.push({ path: [...way], order, finding });
    if (findings.length > 0 && isNothing(value)) break;
  }
  if (Array.isArray(value)) gatherInList(faults, value, tree.each, way);
  else if (typeof value === 'object' && value !== null) gatherInMap(faults, bare(value), tree, way);
}

function gatherInList(faults: Fault[], list: readonly unknown[], each: Tree | undefined, way: Key[]): void {
  if (each) for (let index = 0; index < list.length; index++) gatherAt(faults, list[index], each, way, index);
}

function gatherInMap(faults: Fault[], map: Bare, { below, needed }: Tree, way: Key[]): void {
  for (const key in map) {
    const tree = below.get(key);
    if (tree && map[key] != null) gatherAt(faults, map[key], tree, way, key);
  }
  for (const [key, tree] of needed) if (map[key] == null) gatherAt(faults, map[key], tree, way, key);
}

function gatherAt(faults: Fault[], value: unknown, tree: Tree, way: Key[], key: Key): void {
  way.push(key);
  gather(faults, value, tree, way);
  way.pop();
}
