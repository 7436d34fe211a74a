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

/** A list or map over several lines, each beginning with the indentation. */
export function block(value: object, indent: string): string {
  let text = '';
  if (Array.isArray(value)) for (const item of value) text += `${indent}- ${afterDash(item, indent)}`;
  else
    for (const [key, entry] of Object.entries(value))
      text += `${indent}${keyed(key, indent)}${afterKey(entry, indent)}`;
  return text;
}

function afterDash(item: unknown, indent: string): string {
  if (isCollection(item) && !isEmpty(item)) return block(item, `${indent}  `).slice(indent.length + 2);
  return inline(item, indent).trimStart();
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
