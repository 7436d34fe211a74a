/** A mistake in the definition, in the words of the one who made it. */
export interface Problem {
  /** Path of the construct. */
  readonly construct: string;
  /** The prop, and where in it: `env.LOG_LEVEL`. */
  readonly prop: string;
  readonly wrong: string;
  /** The value as it was given; left out where it may be a secret. */
  readonly got?: unknown;
  /** What would be right, as a phrase. */
  readonly expected: string;
  /** What to do, as a phrase. */
  readonly fix: string;
}

/** A problem of one value, which does not know where it stands; `prop` is the place within it, empty for itself. */
export type Finding = Omit<Problem, 'construct'>;

export type Check = (value: unknown) => readonly Finding[];

/** `<construct> · <prop>: <what is wrong>, got <value>. Expected … Fix: …` */
export function problemText(problem: Problem): string {
  const got = 'got' in problem ? `, got ${shown(problem.got)}` : '';
  return `${problem.construct} · ${problem.prop}: ${problem.wrong}${got}. Expected ${sentence(problem.expected)} Fix: ${sentence(problem.fix)}`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const longest = 60;

/** Every character can be seen, and nothing is long. */
function shown(value: unknown): string {
  const text = jsonOf(value).replace(/[^\x20-\x7e\p{L}\p{N}\p{P}\p{S}]/gu, escaped);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function jsonOf(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
