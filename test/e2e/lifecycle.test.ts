import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unhealthy } from '../zoo/unhealthy';
import { example, zoo } from './definitions';
import { expectedStates, laptopWith } from './laptop';

// As a developer has it from the morning to the evening, by the commands that the summary prints.
describe.each([example, ...zoo])('$title on a laptop', (definition) => {
  const laptop = laptopWith(definition);

  test('starts, and what is asked for its health is healthy', async () => {
    const { up, states, synthesis } = laptop();
    expect(await up()).toMatchObject({ ok: true });
    expect(await states()).toEqual(expectedStates(synthesis));
  });

  test('a second start makes no container anew', async () => {
    const { up, ids } = laptop();
    const before = await ids();
    expect(await up()).toMatchObject({ ok: true });
    expect(await ids()).toEqual(before);
  });

  test('is as it was after a restart', async () => {
    const { up, states, compose, synthesis } = laptop();
    await compose('restart', '--timeout=3');
    expect(await up()).toMatchObject({ ok: true });
    expect(await states()).toEqual(expectedStates(synthesis));
  });

  // The example's needs prices from outside: its own test gives it some.
  if (definition !== example)
    test('runs its jobs by hand, as often as one likes, and each time leaves the same', async () => {
      const { runJobs, ids } = laptop();
      await runJobs();
      const before = await ids();
      await runJobs();
      expect(await ids()).toEqual(before);
    });

  test('is gone when it is taken away, data too', async () => {
    await laptop().down();
    expect(await laptop().leftovers()).toEqual([]);
  });
});

describe('a red health check', () => {
  const laptop = laptopWith({ title: 'unhealthy', define: unhealthy });

  test('ends the start, and the command at the head of the file shows what the probe said', async () => {
    const { up, printed, synthesis } = laptop();
    const said = await up();
    expect(said.ok).toBe(false);
    expect(said.stderr).toContain('sick-1 is unhealthy');
    const file = readFileSync(join(synthesis.folder, 'compose.yaml'), 'utf8');
    const { stdout } = await printed(/^# A red health check: (.+)/m, file);
    const { Status, Log } = JSON.parse(stdout);
    expect({ Status, last: Log.at(-1) }).toMatchObject({ Status: 'unhealthy', last: { Output: 'no $disk left\n' } });
  });
});
