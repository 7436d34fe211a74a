import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until nothing is wrong; after the deadline what was wrong last is the failure. */
export async function eventually(ask: () => Promise<void>, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(250);
  }
}
