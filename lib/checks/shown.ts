import { isPlainObject } from './plain-object';
import { holdsSecret, isSecretName } from './secret-text';

const longest = 60;

/** A value as a message shows it: on one line, short, with nothing that hides or misleads, and without a secret. */
export function shown(value: unknown): string {
  return cut(rendered(value, 2));
}

/** A text in quotes with what cannot be seen escaped. */
export function quoted(text: string, most = 300): string {
  const characters = [...text.slice(0, 2 * most + 2)];
  const visible = characters.slice(0, most).map(escaped).join('');
  return `"${visible}${characters.length > most ? '…' : ''}"`;
}

/** A path of constructs or of files: as it is, but for what cannot be seen. */
export function visible(path: string): string {
  return [...path].map((character) => (unseen.test(character) ? escaped(character) : character)).join('');
}

type Renderer = (value: never, depth: number) => string;

const renderers: Readonly<Record<string, Renderer>> = {
  string: (text: string) => (holdsSecret(text) ? '(hidden)' : quoted(text, longest - 3)),
  number: (number: number) => (Object.is(number, -0) ? '-0' : String(number)),
  bigint: (number: bigint) => `${number}n`,
  function: () => 'a function',
  symbol: () => 'a symbol',
  object: (object: object | null, depth) => (object ? renderedObject(object, depth) : 'null'),
};

function rendered(value: unknown, depth: number): string {
  return renderers[typeof value]?.(value as never, depth) ?? String(value);
}

/** Plain objects and lists as far as they fit; of any other object the name of its class. */
function renderedObject(object: object, depth: number): string {
  if (Array.isArray(object)) {
    return depth === 0
      ? '[…]'
      : `[${Array.from(object.slice(0, longest), (item) => rendered(item, depth - 1)).join(', ')}]`;
  }
  if (!isPlainObject(object)) return `an instance of ${className(object)}`;
  if (depth === 0) return '{…}';
  const entries = Object.keys(object).slice(0, longest);
  return `{${entries.map((key) => `${rendered(key, 0)}: ${renderedEntry(object, key, depth)}`).join(', ')}}`;
}

/** `{name: PASSWORD, value: …}` is a secret, too. */
function renderedEntry(object: Readonly<Record<string, unknown>>, key: string, depth: number): string {
  const isSecret = isSecretName(key) || (key === 'value' && isSecretName(String(object.name)));
  return isSecret ? '(hidden)' : rendered(object[key], depth - 1);
}

function className(object: object): string {
  const name = Object.getPrototypeOf(object)?.constructor?.name;
  return typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : 'a class';
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/** Characters that leave no mark, or that look like a space and are none. */
export const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  if (!unseen.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return short[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`);
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
