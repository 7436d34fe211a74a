import { setTimeout as pause } from 'node:timers/promises';
import type { Container } from '../target';

/** What came of fifty requests a second. */
export interface Report {
  readonly asked: number;
  readonly seconds: number;
  /** When, and why. */
  readonly failed: readonly string[];
  /** By who answered what. */
  readonly answers: readonly (Answer & { readonly times: number })[];
}

export interface Answer {
  readonly pod: string;
  /** When its process began. */
  readonly since: number;
  readonly version: string;
  readonly greeting: string;
}

/** Whom the client asks, by its own variable, and whether each request has a connection of its own. */
export interface Line {
  readonly url: 'API_URL' | 'CONFIGURED_URL' | 'HASTY_URL' | 'WARNED_URL' | 'SCALED_URL';
  readonly connections: 'fresh' | 'kept';
}

/** Fifty requests a second on each line: before something goes on, all the while, and after. */
export async function asking<K extends string>(
  client: Container,
  lines: Readonly<Record<K, Line>>,
  meanwhile: () => Promise<void>,
): Promise<Readonly<Record<K, Report>>> {
  const begun = Object.entries<Line>(lines).map(([name, line]) => ({ name, ...begin(client, line) }));
  // Looked at in the end: until then nobody minds one that broke off.
  const reports = Promise.allSettled(begun.map(({ report }) => report));
  try {
    await pause(2000);
    await meanwhile();
    await pause(2000);
  } finally {
    await Promise.all(begun.map(({ enough }) => enough()));
    await reports;
  }
  const named = await Promise.all(begun.map(async ({ name, report }) => [name, await report] as const));
  for (const [name, report] of named) process.stderr.write(`${name}: ${said(report)}\n`);
  return Object.fromEntries(named) as Readonly<Record<K, Report>>;
}

function said({ asked, seconds, failed }: Report): string {
  return `${asked} requests in ${seconds.toFixed(1)} s, ${failed.length} lost`;
}

let count = 0;

function begin({ sh }: Container, { url, connections }: Line) {
  count += 1;
  const until = `/tmp/enough-${count}`;
  return {
    report: sh(`python ask.py "$${url}/work" ${until} ${connections}`).then((said): Report => JSON.parse(said)),
    enough: () => sh(`touch ${until}`),
  };
}

/** Each was answered, and there were as many as the clock asks for. */
export function expectNoneLost({ asked, seconds, failed, answers }: Report): void {
  expect(failed).toEqual([]);
  expect(answers.reduce((sum, { times }) => sum + times, 0)).toBe(asked);
  expect(Math.abs(asked - 50 * seconds)).toBeLessThan(0.02 * asked);
}

/** Who answered what, each once. */
export function answered<K extends keyof Answer>({ answers }: Report, what: K): readonly Answer[K][] {
  return [...new Set(answers.map((answer) => answer[what]))].sort();
}
