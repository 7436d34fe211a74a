import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { type Grammar, grammars } from './other-objects';

type Path = readonly string[];
type Tree = Readonly<Record<string, unknown>>;

const one = fc.constantFrom(...grammars);
/** As YAML is read: cdk8s cannot write objects without a class. */
const input = ({ apiVersion, kind }: Grammar, rest: object) => ({
  kind: 'other' as const,
  props: { apiVersion, kind, ...JSON.parse(JSON.stringify(rest)) } as object,
});

const right = one.chain((grammar) =>
  grammar.right.map(
    (rest): Right => ({
      ...input(grammar, rest),
      kept: ({ objects }) => expect(objects).toEqual([expect.objectContaining({ kind: grammar.kind, ...rest })]),
    }),
  ),
);

/** A right one, less one thing that must be there. */
const lacking = fc
  .constantFrom(...grammars.filter(({ musts }) => musts.length > 0))
  .chain((grammar) =>
    fc
      .tuple(grammar.right, fc.constantFrom(...grammar.musts))
      .map(([rest, [path, told = path]]): Wrong => ({ ...input(grammar, without(rest, path.split('/'))), prop: told })),
  );

/** A right one with one thing that is wrong. */
const broken = one.chain((grammar) =>
  fc
    .tuple(grammar.right, fc.constantFrom(...grammar.breaks))
    .chain(([rest, [path, wrong, told = path]]) =>
      wrong.map((value): Wrong => ({ ...input(grammar, withAt(rest, path, value)), prop: told })),
    ),
);

/** A right one, less anything that it says, or with nothing in the place of it. */
const near = one.chain((grammar) =>
  grammar.right.chain((rest) => {
    const places = placesIn(rest).filter((path) => path.length > 0);
    return fc
      .tuple(fc.constantFrom(...places), fc.boolean())
      .map(([path, isGone]) => input(grammar, isGone ? without(rest, path) : emptied(rest, path)));
  }),
);

export const others: Family = { right, wrong: fc.oneof(lacking, broken), near };

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => placesIn(below, [...path, key]))];
}

function changed(tree: object, [key = '', ...rest]: Path, change: (value: unknown) => unknown): object {
  const before = (tree as Tree)[key];
  const after = rest.length === 0 ? change(before) : changed(Object(before), rest, change);
  if (Array.isArray(tree)) {
    const at = Number(key);
    return [...tree.slice(0, at), ...(after === undefined ? [] : [after]), ...tree.slice(at + 1)];
  }
  const { [key]: _, ...others } = tree as Tree;
  return after === undefined ? others : { ...others, [key]: after };
}

function without(tree: object, path: Path): object {
  return changed(tree, path, () => undefined);
}

function emptied(tree: object, path: Path): object {
  return changed(tree, path, (value) => {
    if (typeof value !== 'object') return undefined;
    return Array.isArray(value) ? [] : {};
  });
}

/** At the empty path all of it. */
function withAt(tree: object, path: string, value: unknown): object {
  return path === '' ? { ...tree, ...Object(value) } : changed(tree, path.split('/'), () => value);
}
