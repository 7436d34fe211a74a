import { found } from './finding';
import type { Check } from './problem';
import { quoted } from './shown';
import { type Fault, firstFault, secretFault } from './text-check';

/** What no text of a manifest may hold. */
const unwritableFaults: readonly Fault[] = [
  {
    when: (text) => text.includes('\0'),
    wrong: 'holds a NUL character, which ends every text that a process is given',
    becomes: (text) => text.replaceAll('\0', ''),
  },
  {
    when: /\p{Cs}/u,
    wrong: 'holds half of a character (a lone surrogate), which no encoding can write',
    fix: 'write the whole character.',
  },
];

/** What no process can be given, in an argument or in a variable. */
export const unfitFaults: readonly Fault[] = [
  ...unwritableFaults,
  {
    when: (text) => text.length > longest,
    wrong: (text) => `has ${text.length} characters, more than Linux gives a process at once`,
    fix: 'put it in a file, and write the path.',
  },
];

/** Linux' MAX_ARG_STRLEN, less the name of a variable. */
const longest = 128 * 1024 - 256;

/** Any text that a process can be given, the empty one too. */
export const isText: Check = textWithout([...unfitFaults, secretFault]);

/** The same of what no process is given, which may be longer. */
export const isLongText: Check = textWithout([...unwritableFaults, secretFault]);

function textWithout(faults: readonly Fault[]): Check {
  return (value) =>
    typeof value === 'string'
      ? firstFault(value, 'text.', faults)
      : found(value, 'is not text', 'text.', `write it in quotes${asText(value)}.`);
}

/** `: "8080"` for what is text but for its quotes. */
export function asText(value: unknown): string {
  return ['number', 'boolean', 'bigint'].includes(typeof value) ? `: ${quoted(String(value))}` : '';
}
