import { eventually } from '../eventually';
import type { Container } from '../target';
import type { Answer } from './asking';

export type Held = Partial<Answer> & { readonly status: number; readonly error?: string };

let count = 0;

/** Requests that take so many seconds each, all of them accepted before something goes on. Returns their answers. */
export async function holding(
  { sh }: Container,
  seconds: readonly number[],
  meanwhile: () => Promise<void>,
): Promise<readonly Held[]> {
  count += 1;
  const accepted = `/tmp/accepted-${count}`;
  const answers = sh(`python hold.py "$API_URL" ${accepted} ${seconds.join(' ')}`);
  const [said] = await Promise.all([
    answers,
    (async () => {
      await eventually(async () => void (await sh(`test -e ${accepted}`)), 20);
      await meanwhile();
    })(),
  ]);
  return JSON.parse(said);
}

/** What the API answers to one request; nothing where nobody answers. */
export async function answerNow({ sh }: Container): Promise<Held | undefined> {
  const [answer] = JSON.parse(await sh('python hold.py "$API_URL" /tmp/now 0 2>/dev/null || echo "[]"'));
  return answer;
}
