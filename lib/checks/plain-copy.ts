import { within } from './finding';
import { isPlainObject } from './plain-object';
import type { Finding } from './problem';

/** Props as plain data that nobody else can reach, and what of them cannot be had so; that is left out. */
export interface PlainCopy {
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/**
 * What checks and constructs look at is read once: a getter may throw or tell something else the next time, and the
 * maker may change the object later. Objects of a class are theirs: they are kept as they are.
 */
export function plainCopy(given: unknown): PlainCopy {
  return copyOf(given, []);
}

const deepest = 50;
const longest = 10_000;

function copyOf(value: unknown, above: readonly object[]): PlainCopy {
  if (typeof value !== 'object' || value === null) return { value, findings: [] };
  if (above.includes(value)) return unreadable('holds itself', 'leave out the part that leads back.');
  if (above.length > deepest) return unreadable(`lies more than ${deepest} deep`, 'write less of it.');
  return readable(() => partsOf(value, [...above, value]));
}

function partsOf(value: object, above: readonly object[]): PlainCopy {
  if (Array.isArray(value)) return listOf(value, above);
  if (!isPlainObject(value)) return { value, findings: [] };
  const entries = Object.keys(value).map((key) => ({ key, ...readable(() => copyOf(value[key], above)) }));
  return {
    value: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    findings: entries.flatMap(({ key, findings }) => within(key, findings)),
  };
}

function listOf(list: readonly unknown[], above: readonly object[]): PlainCopy {
  if (list.length > longest) return unreadable(`has ${list.length} entries`, `write at most ${longest}.`);
  const items = Array.from(list, (_, index) => readable(() => copyOf(list[index], above)));
  return {
    value: items.map(({ value }) => value),
    findings: items.flatMap(({ findings }, index) => within(index, findings)),
  };
}

/** What the user's own code throws is not told: it may hold the value. */
function readable(read: () => PlainCopy): PlainCopy {
  try {
    return read();
  } catch {
    return unreadable('cannot be read: its own code throws', 'write the value itself.');
  }
}

function unreadable(wrong: string, fix: string): PlainCopy {
  return { value: undefined, findings: [{ prop: '', wrong, expected: 'plain values.', fix }] };
}
