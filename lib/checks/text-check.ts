import { found } from './finding';
import type { Check, Finding } from './problem';
import { secretIn } from './secret-text';
import { quoted, unseen } from './shown';

/** What one kind of text must be, and what can be wrong with it, in the order of telling. */
export interface TextKind {
  /** Completes the sentence "Expected …". */
  readonly expected: string;
  readonly example: string;
  readonly faults: readonly Fault[];
}

export type Fault = Symptom & (Advice | Cure);

interface Symptom {
  readonly when: RegExp | ((text: string) => boolean);
  readonly wrong: Saying;
  /** The value is not to be shown. */
  readonly hidden?: boolean;
}

/** What to do about it, or the text that was meant; what is wrong with that one too is mended in turn. */
interface Advice {
  readonly fix: Saying;
}

interface Cure {
  readonly becomes: (text: string) => string;
}

type Saying = string | ((text: string) => string);

/** A check that tells the first fault of a text. What is wrong with every kind of text comes before its own faults. */
export function textCheck({ expected, example, faults }: TextKind): Check {
  const all = [...faultsOfAll(example), ...faults];
  return (value) =>
    typeof value === 'string'
      ? firstFault(value, expected, all)
      : found(value, 'is not a string', expected, `write a string, such as ${quoted(asText(value, all) ?? example)}.`);
}

/** A number or a boolean where it lacks its quotes alone. */
function asText(value: unknown, faults: readonly Fault[]): string | undefined {
  const text = ['number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : '';
  return faultOf(text, faults) ? undefined : text;
}

export function firstFault(text: string, expected: string, faults: readonly Fault[]): readonly Finding[] {
  const fault = faultOf(text, faults);
  if (!fault) return [];
  const finding = { prop: '', wrong: say(fault.wrong, text), expected, fix: fixOf(text, faults, 5) };
  return [fault.hidden ? finding : { ...finding, got: text }];
}

function faultOf(text: string, faults: readonly Fault[]): Fault | undefined {
  return faults.find(({ when }) => (when instanceof RegExp ? when.test(text) : when(text)));
}

/** A text that has been mended is only told when nothing is wrong with it. */
function fixOf(text: string, faults: readonly Fault[], rounds: number): string {
  const fault = faultOf(text, faults);
  if (!fault) return `write ${quoted(text)}.`;
  if ('fix' in fault) return say(fault.fix, text);
  return rounds > 0 ? fixOf(fault.becomes(text), faults, rounds - 1) : 'write another.';
}

function say(saying: Saying, text: string): string {
  return typeof saying === 'string' ? saying : saying(text);
}

/** That the text holds a character which has no place there. */
export function holding(stranger: RegExp): { readonly when: RegExp; readonly wrong: (text: string) => string } {
  return { when: stranger, wrong: (text) => `holds ${quoted(stranger.exec(text)?.[0] ?? '')}` };
}

export const secretFault: Fault = {
  when: (text) => secretIn(text) !== undefined,
  wrong: (text) => `holds ${secretIn(text)}, and everybody who reads the manifests would know it`,
  fix: "keep it in a Secret and refer to it with existing('name', 'key').",
  hidden: true,
};

/** The longest path of Linux; names are far shorter. */
const longest = 4096;

function faultsOfAll(example: string): readonly Fault[] {
  const fix = `write one, such as ${quoted(example)}.`;
  return [
    { when: /^$/, wrong: 'is empty', fix },
    { when: (text) => text.length > longest, wrong: (text) => `has ${text.length} characters`, fix },
    secretFault,
    { when: /^\s*$/, wrong: 'is nothing but white space', fix },
    { when: /^\s|\s$/, wrong: 'has white space around it', becomes: (text) => text.trim() },
    { when: unseen, wrong: 'holds a character that cannot be seen', becomes: seen },
    {
      when: /\$\{|\{\{|\$\(|<%|%\(/,
      wrong: 'is a template that nothing fills in',
      fix: (text) =>
        `put the value there${text.includes('${') ? ': in TypeScript, ${…} works between backticks' : ''}.`,
    },
  ];
}

function seen(text: string): string {
  return text.replace(/\p{Zs}/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '');
}
