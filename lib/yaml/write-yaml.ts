import { remembered } from '../units/remembered';
import { Alias, Anchor } from './anchor';
import { isBlock, keyed, scalar } from './scalar';

/**
 * A value as a YAML document. cdk8s' own writer leaves some strings plain that readers disagree on (`0o7`), and some
 * characters bare that they take for a line's end (U+0085, U+2028); this one quotes both.
 */
export function writeYaml(value: unknown): string {
  if (!isCollection(value) || isEmpty(value)) return `${scalarOrFlow(value)}\n`;
  const pieces: string[] = [];
  addBlock(pieces, value, '');
  return pieces.join('');
}

/** A value on one line: `{type: volume, source: data}`. */
export function flow(value: unknown): string {
  if (value instanceof Alias) return `*${value.name}`;
  if (value instanceof Anchor) return `&${value.name} ${flow(value.value)}`;
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isCollection(value)) return scalar(value, true);
  return `{${Object.entries(value)
    .map(([key, entry]) => `${keyed(key)} ${flow(entry)}`)
    .join(', ')}}`;
}

/**
 * Adds the pieces of a list or map over several lines, each line behind the indentation; not so the first one of a
 * list's element. Joined at last they are made much quicker than text by text: an app has half a million.
 */
function addBlock(pieces: string[], value: object, indent: string, first = indent): void {
  let start = first;
  for (const key of Object.keys(value)) {
    pieces.push(start, Array.isArray(value) ? '-' : keyed(key, indent));
    const entry: unknown = Reflect.get(value, key);
    if (!isCollection(entry) || isEmpty(entry)) pieces.push(inline(entry, indent));
    else if (Array.isArray(value)) {
      pieces.push(' ');
      addBlock(pieces, entry, `${indent}  `, '');
    } else {
      pieces.push('\n');
      addBlock(pieces, entry, `${indent}  `);
    }
    start = indent;
  }
}

function inline(value: unknown, indent: string): string {
  if (value === null || value === undefined) return '\n';
  const block = typeof value === 'string' && value.endsWith('\n') ? blocks(indent)(value) : undefined;
  return block ?? ` ${scalarOrFlow(value)}\n`;
}

/** An app has the same few scripts in hundreds of ConfigMaps. None where the text cannot stand so. */
const blocks = remembered((indent: string) =>
  remembered((text: string) => (isBlock(text) ? ` |\n${text.replace(/^(?=.)/gm, `${indent}  `)}` : undefined), 16),
);

function scalarOrFlow(value: unknown): string {
  return isCollection(value) ? flow(value) : scalar(value);
}

export function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: object): boolean {
  return (Array.isArray(value) ? value : Object.keys(value)).length === 0;
}
