import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { EtlCronJob, type TandemApp } from 'cdk8s-tandem';
import { eventually } from './eventually';
import { laptopWith } from './laptop';

const image = 'busybox:1.37';
const everyMinute = { image, schedule: '* * * * *', local: { scheduleLocally: true } };

describe('jobs whose schedule the laptop keeps', () => {
  const laptop = laptopWith({
    title: 'every minute',
    define: (app: TandemApp) => {
      const chart = new Chart(app, 'orders', { namespace: 'orders' });
      new EtlCronJob(chart, 'long', {
        ...everyMinute,
        command: ['sh', '-c', 'echo at work; sleep 65; echo at its end'],
      });
      new EtlCronJob(chart, 'broken', { ...everyMinute, command: ['sh', '-c', 'echo "not in $TZ"; exit 3'] });
    },
  });

  test('run when they are due, one run at a time, and what came of it is said', async () => {
    const { up, printed, synthesis } = laptop();
    expect(await up()).toMatchObject({ ok: true });
    const file = readFileSync(join(synthesis.folder, 'compose.yaml'), 'utf8');
    const logs = async (job: string) =>
      (await printed(new RegExp(`Runs ${job} .* What it says: (.+)`), file)).stdout.replace(/^\S+ +\| /gm, '');
    await eventually(async () => {
      expect(await logs('long')).toMatch(
        /waits for what is due.*\n.*a run starts at .*\nat work\n.*skipped at .*\nat its end\n.*the run is done\n/,
      );
    }, 200);
    expect(await logs('broken')).toMatch(/a run starts at .*\nnot in \nschedule: THE RUN FAILED: it ended with 3\n/);
  });

  test('run by hand as ever', async () => {
    const { printed } = laptop();
    expect(await printed(/(docker compose run --rm broken)/)).toMatchObject({ ok: false, stdout: 'not in \n' });
  });

  test('end at once, with a run that is going', async () => {
    const { compose } = laptop();
    const before = Date.now();
    await compose('stop');
    expect(Date.now() - before).toBeLessThan(30_000);
  });
});

describe('an image that does not know the time zone', () => {
  const laptop = laptopWith({
    title: 'without zones',
    define: (app: TandemApp) => {
      const chart = new Chart(app, 'orders', { namespace: 'orders' });
      new EtlCronJob(chart, 'load', { ...everyMinute, timeZone: 'Europe/Madrid', command: ['true'] });
    },
  });

  test('ends the start, and its logs say why', async () => {
    const { up, printed } = laptop();
    expect(await up()).toMatchObject({ ok: false, stderr: expect.stringContaining('load-schedule-1 is unhealthy') });
    const { stdout } = await printed(/(docker compose logs load-schedule)/, 'docker compose logs load-schedule');
    expect(stdout).toContain('NOTHING RUNS: this image does not know the time zone Europe/Madrid');
  });
});
