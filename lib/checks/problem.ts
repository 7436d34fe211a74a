import { shown, visible } from './shown';

/** A mistake of the definition. Constructs record theirs and go on; `synth` refuses all of them at once. */
export interface Problem {
  /** Path of the construct. */
  readonly construct: string;
  /** `image`, `env.LOG_LEVEL`, `command[0]`. */
  readonly prop: string;
  /** What is wrong, as the prop's predicate: `has no tag`. */
  readonly wrong: string;
  /** The value; left out where it may be a secret. */
  readonly got?: unknown;
  /** What may stand there. */
  readonly expected: string;
  /** What to write instead. */
  readonly fix: string;
}

/** A problem of a value by itself. Its prop is relative: `''` is the value, `memory.limit` a place in it. */
export type Finding = Omit<Problem, 'construct'>;

/** Says what is wrong with a value of any type; nothing where it is right. It never throws. */
export type Check = (value: unknown) => readonly Finding[];

/** `orders/api · image: has no tag, got "nginx". Expected … Fix: …` */
export function problemText(problem: Problem): string {
  const { construct, prop, wrong, expected, fix } = problem;
  const got = 'got' in problem ? `, got ${shown(problem.got)}` : '';
  return `${visible(construct)} · ${prop}: ${wrong}${got}. Expected ${sentence(expected)} Fix: ${sentence(fix)}`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
