export interface Problem {
  readonly construct: string;
  readonly prop: string;
  readonly wrong: string;
  readonly got?: unknown;
  readonly expected: string;
  readonly fix: string;
}
export function problemText(p: Problem): string {
  return `${p.construct} · ${p.prop}: ${p.wrong}, got ${JSON.stringify(p.got)}. Expected ${p.expected} Fix: ${p.fix}`;
}
