import { remembered } from '../units/remembered';

/** What every YAML reader takes for text as it stands, be it of YAML 1.1 or 1.2. */
const plainText = /^(?:[A-Za-z/]|\.\/|--?[A-Za-z])[\w./@=-]*(?::[\w./@=-]+)*$/;
const plainQuantity = /^\d+(?:s|m|h|b|k|g|Ki|Mi|Gi|Ti)$/;
const words = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
const printable = /^[\x20-\x7e]*$/;

/** A value as one word of YAML: of a string, the plainest form in which all readers read that very string. */
export function scalar(value: unknown, inFlow = false): string {
  if (typeof value !== 'string') return value === undefined ? 'null' : JSON.stringify(value);
  if (isPlain(value, inFlow)) return value;
  return printable.test(value) && !value.includes("'") ? `'${value}'` : doubleQuoted(value);
}

/**
 * A key with its colon, between braces or, where an indentation is given, on a line of its own. Readers look for the
 * colon within 1024 characters, unless a `?` says that a key is there.
 */
export function keyed(key: string, indent?: string): string {
  const word = indent === undefined ? wordInFlow(key) : wordInBlock(key);
  if (word.length <= 1000) return `${word}:`;
  return indent === undefined ? `? ${word} :` : `? ${word}\n${indent}:`;
}

/** An app has a hundred keys in a million places. */
const wordInFlow = remembered((key: string) => scalar(key, true));
const wordInBlock = remembered((key: string) => scalar(key));

/** Between braces some readers take every colon for that of a key. */
function isPlain(text: string, inFlow: boolean): boolean {
  if (inFlow && text.includes(':')) return false;
  return (plainText.test(text) && !words.test(text)) || plainQuantity.test(text);
}

/** What JSON leaves bare and YAML readers take for a line's end, for nothing, or for an error. */
const unsafe = /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]/g;
const pairs = /[\ud800-\udbff][\udc00-\udfff]/;

function doubleQuoted(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text)
    .split(/([\ud800-\udbff][\udc00-\udfff])/)
    .map((part) => (pairs.test(part) ? part : part.replace(unsafe, escaped)))
    .join('');
}

/** Lines as people write them: none ends in a space, the first does not begin with one, and the last is ended. */
const lines = /^\S(?:.*\S)?(?:\n(?:.*\S)?)*\n$/u;
const control = /[^\P{C}\n]|[\u2028\u2029]/u;

/** Whether a text of several lines can stand as it is below a `|`. */
export function isBlock(text: string): boolean {
  return text.endsWith('\n') && !text.endsWith('\n\n') && lines.test(text) && !control.test(text);
}
