import { eventually } from '../eventually';
import { answerNow, holding } from './holding';
import type { Loaded } from './loaded';

/** One of them takes longer than the ten seconds that Docker gives of its own accord. */
const seconds = [2, 2, 2, 2, 12];
const each = seconds.map(() => expect.objectContaining({ status: 200, greeting: 'hello' }));

export function askAboutStops({ client, ends }: Loaded): void {
  test('what was accepted is answered though the API is stopped, and new requests when it is started', async () => {
    const container = await client();
    expect(await holding(container, seconds, () => ends().stop())).toEqual(each);
    expect(await answerNow(container)).toBeUndefined();
    await ends().start();
    await eventually(async () => expect(await answerNow(container)).toMatchObject({ status: 200 }));
  });

  test('what was accepted is answered though the API is restarted, and new requests by what came anew', async () => {
    const container = await client();
    const answers = await holding(container, seconds, () => ends().restart());
    expect(answers).toEqual(each);
    await eventually(async () => expect(await answerNow(container)).toMatchObject({ status: 200 }));
    const now = await answerNow(container);
    expect(now?.since).toBeGreaterThan(Math.max(...answers.map(({ since = 0 }) => since)));
  });
}
