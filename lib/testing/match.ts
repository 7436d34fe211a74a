import { parseAllDocuments } from 'yaml';
import { isPlainObject } from '../checks/plain-object';
import { quoted } from '../checks/shown';
import { ArrayWith } from './array-with';
import { compare, type Mode } from './compare';
import { described } from './described';
import { Matcher } from './matcher';
import { isMatch, match, mismatch, type Outcome } from './outcome';

/**
 * Patterns, as those of aws-cdk-lib/assertions, for values of manifests and of the Compose file. They nest in each
 * other, in `expect` of jest and vitest, and `expect.objectContaining` or `expect.any` nest in them.
 */
export const Match = {
  /** A map with at least these fields, at any depth. Lists in it have the length of theirs; see `arrayWith`. */
  objectLike: (pattern: Readonly<Record<string, unknown>>): Matcher => literal('objectLike', pattern, 'like', aMap),
  /** A map with these fields and no others, at any depth. */
  objectEquals: (pattern: Readonly<Record<string, unknown>>): Matcher =>
    literal('objectEquals', pattern, 'exact', aMap),
  /** A list that has these elements, in this order, among others. A map in it is exact, unless it is `objectLike`. */
  arrayWith: (pattern: readonly unknown[]): Matcher => new ArrayWith(pattern),
  /** A list of these elements and no others. */
  arrayEquals: (pattern: readonly unknown[]): Matcher => literal('arrayEquals', pattern, 'exact', Array.isArray),
  /** This value and nothing more, where a pattern around it would let maps have more. */
  exact: (pattern: unknown): Matcher => literal('exact', pattern, 'exact', () => true),
  /** Nothing: there is no such field. */
  absent: (): Matcher => made('absent()', (actual) => actual === undefined, 'nothing'),
  /** Something, whatever it is. */
  anyValue: (): Matcher => made('anyValue()', (actual) => actual !== undefined && actual !== null, 'any value'),
  /** What does not match the pattern: a field that is not there, too, and no map that has more than it. */
  not: (pattern: unknown): Matcher =>
    made(`not(${described(pattern)})`, (actual) => !isMatch(compare(pattern, actual, 'like'))),
  /** Text in which the regular expression is found; written as text, `^` and `$` mean the ends of its lines. */
  stringLikeRegexp: (pattern: string | RegExp): Matcher =>
    stringLike(typeof pattern === 'string' ? new RegExp(pattern, 'm') : pattern),
  /** Text that is JSON of this value. A map in it is exact, unless it is `objectLike`. */
  serializedJson: (pattern: unknown): Matcher => serialized('JSON', pattern, JSON.parse),
  /** The same of YAML; text of several documents is YAML of the list of them. */
  serializedYaml: (pattern: unknown): Matcher => serialized('YAML', pattern, readYaml),
};

function aMap(value: unknown): boolean {
  return isPlainObject(value);
}

class Made extends Matcher {
  constructor(
    private readonly text: string,
    readonly test: (actual: unknown) => Outcome,
  ) {
    super();
  }

  toString(): string {
    return this.text;
  }
}

function made(text: string, holds: (actual: unknown) => boolean, expected = text): Matcher {
  return new Made(text, (actual) => (holds(actual) ? match : mismatch(expected, actual)));
}

function literal(name: string, pattern: unknown, mode: Mode, fits: (actual: unknown) => boolean): Matcher {
  const text = `${name}(${described(pattern)})`;
  // What is not there at all may be as asked: where all that is asked for is absence.
  return new Made(text, (actual) =>
    actual === undefined || fits(actual) ? compare(pattern, actual, mode) : mismatch(text, actual),
  );
}

function stringLike(pattern: RegExp): Matcher {
  // With these, what was found before would count.
  const once = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return made(`text like ${once}`, (actual) => typeof actual === 'string' && once.test(actual));
}

function serialized(format: 'JSON' | 'YAML', pattern: unknown, read: (text: string) => unknown): Matcher {
  const name = format === 'JSON' ? 'serializedJson' : 'serializedYaml';
  return new Made(`${name}(${described(pattern)})`, (actual) => {
    if (typeof actual !== 'string') return mismatch(`text that is ${format}`, actual);
    try {
      return compare(pattern, read(actual), 'exact');
    } catch {
      return mismatch(`text that is ${format}, unlike ${quoted(actual, 40)}`, actual);
    }
  });
}

/** What is between two `---` and says nothing is no document. */
function readYaml(text: string): unknown {
  const all = parseAllDocuments(text).map((document) => {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS() as unknown;
  });
  const documents = all.length > 1 ? all.filter((document) => document !== null) : all;
  return documents.length > 1 ? documents : (documents[0] ?? null);
}
