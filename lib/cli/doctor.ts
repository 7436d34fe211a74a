import { type Diagnosis, diagnosis } from '../doctor/diagnosis';
import type { Finding } from '../doctor/finding';
import { gather } from '../laptop/gather';
import type { Outcome } from './outcome';

/** `tandem doctor`: looks at this machine, and changes nothing. */
export async function doctor(): Promise<Outcome> {
  return report(diagnosis(await gather(process.cwd())));
}

export function report({ findings, notes }: Diagnosis): Outcome {
  const told = [...findings.map(findingText), ...notes.map(noteText)].join('');
  if (findings.length > 0) return { code: 1, stderr: told };
  return { code: 0, stdout: `${told}tandem: nothing here keeps the project from running\n` };
}

function findingText({ what, said = [], fix }: Finding): string {
  const lines = said.map((line) => `  | ${line}\n`).join('');
  return `${what}${/[.?!]$/.test(what) ? '' : '.'}\n${lines}  Fix: ${fix}\n`;
}

function noteText({ what, fix }: Finding): string {
  return `Note: ${what}: ${fix}\n`;
}
