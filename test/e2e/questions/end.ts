import { eventually } from '../eventually';
import type { Question } from '../question';

export function askAboutEnd(question: Question): void {
  question('after the end nothing of it is left', async ({ platform }) => {
    await platform.end();
    await eventually(async () => expect(await platform.leftovers()).toEqual([]));
  });
}
