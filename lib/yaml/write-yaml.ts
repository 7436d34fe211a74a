import { Alias, Anchor } from './anchor';
import { isBlock, keyed, scalar } from './scalar';

/**
 * A value as a YAML document. cdk8s' own writer leaves some strings plain that readers disagree on (`0o7`), and some
 * characters bare that they take for a line's end (U+0085, U+2028); this one quotes both.
 */
export function writeYaml(value: unknown): string {
  return isCollection(value) && !isEmpty(value) ? block(value, '') : `${scalarOrFlow(value)}\n`;
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

/** A list or map over several lines, each beginning with the indentation; not so the first one of a list's element. */
export function block(value: object, indent: string, first = indent): string {
  let text = '';
  if (Array.isArray(value)) for (const item of value) text += `${text ? indent : first}- ${afterDash(item, indent)}`;
  else for (const key of Object.keys(value)) text += `${text ? indent : first}${entryOf(value, key, indent)}`;
  return text;
}

function afterDash(item: unknown, indent: string): string {
  if (isCollection(item) && !isEmpty(item)) return block(item, `${indent}  `, '');
  return inline(item, indent).trimStart();
}

function entryOf(map: object, key: string, indent: string): string {
  return `${keyed(key, indent)}${afterKey(Reflect.get(map, key), indent)}`;
}

function afterKey(entry: unknown, indent: string): string {
  if (isCollection(entry) && !isEmpty(entry)) return `\n${block(entry, `${indent}  `)}`;
  return inline(entry, indent);
}

function inline(value: unknown, indent: string): string {
  if (value === null || value === undefined) return '\n';
  if (typeof value !== 'string' || !isBlock(value)) return ` ${scalarOrFlow(value)}\n`;
  return ` |\n${value.replace(/^(?=.)/gm, `${indent}  `)}`;
}

function scalarOrFlow(value: unknown): string {
  return isCollection(value) ? flow(value) : scalar(value);
}

export function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: object): boolean {
  return (Array.isArray(value) ? value : Object.keys(value)).length === 0;
}
