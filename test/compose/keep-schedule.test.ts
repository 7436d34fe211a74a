import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const script = join(__dirname, '../../lib/compose/scripts/keep-schedule.sh');
const shells = ['dash', 'bash', 'busybox sh'].filter(
  (shell) => spawnSync('sh', ['-c', `command -v ${shell.split(' ')[0]}`]).status === 0,
);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-schedule-'));
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, dirname(`zones/${madrid}`)), { recursive: true });
  writeFileSync(join(folder, 'zones', madrid), '');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The clocks of Madrid in POSIX's words, so that the test needs no tzdata. */
const madrid = 'CET-1CEST,M3.5.0,M10.5.0/3';

function command(name: string, body: string): void {
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

const real = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();
const [date, sleep] = [real('date'), real('sleep')];

/** A clock that moves while the script sleeps, and by as much. At its end it stops the script, which is its parent. */
function clock(from: string, to: string, meanwhile = ''): NodeJS.ProcessEnv {
  const seconds = (time: string) => Date.parse(time) / 1000;
  writeFileSync(join(folder, 'now'), String(seconds(from)));
  command('date', `exec ${date} -d "@$(cat $FOLDER/now)" "$@"`);
  command(
    'sleep',
    `now=$(($(cat $FOLDER/now) + $1)); echo $now >$FOLDER/now
${meanwhile}
[ $now -lt ${seconds(to)} ] || { kill -TERM $PPID; exec ${sleep} 60; }`,
  );
  return { PATH: `${folder}/bin:${process.env.PATH}`, FOLDER: folder, TZDIR: `${folder}/zones` };
}

interface Kept {
  readonly schedule: string;
  readonly zone?: string;
  readonly job?: readonly string[];
}

function said(shell: string, { schedule, zone = 'UTC0', job = ['true'] }: Kept, env: NodeJS.ProcessEnv): string {
  const [program = '', ...words] = shell.split(' ');
  const { stdout, stderr, status } = spawnSync(program, [...words, script, zone, schedule, ...job], {
    env,
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

/** The minutes in which a run starts, or would if the one before were done: this clock is faster than any program. */
function due(shell: string, kept: Kept, from: string, to: string): readonly string[] {
  const lines = said(shell, kept, clock(from, to)).matchAll(/^schedule: (?:a run starts|skipped) at (.{22})/gm);
  return [...lines].map(([, time = '']) => time);
}

describe.each(shells)('under %s', (shell) => {
  test('a run starts in each minute that the schedule names, and not in the one that has begun', () => {
    expect(due(shell, { schedule: '8,10 2 * * *' }, '2026-11-25T02:08:30Z', '2026-11-25T02:12:00Z')).toEqual([
      '2026-11-25 02:10 +0000',
    ]);
    expect(due(shell, { schedule: '8,9 2 * * *' }, '2026-11-25T02:07:59Z', '2026-11-25T02:12:00Z')).toEqual([
      '2026-11-25 02:08 +0000',
      '2026-11-25 02:09 +0000',
    ]);
  });

  test.each([
    ['0 0 13 * *', '2026-02-13'],
    ['0 0 12 * *', ''],
    ['0 0 * * 5', '2026-02-13'],
    ['0 0 * * 0,6', ''],
    ['0 0 * 2 *', '2026-02-13'],
    ['0 0 * 1,12 *', ''],
    ['0 0 13 * 1', '2026-02-13'],
    ['0 0 1 * 5', '2026-02-13'],
    ['0 0 1 * 1', ''],
    ['0 0 1 3 5', ''],
  ])('%s is due on Friday the 13th of February, or not: of two kinds of day either is enough', (schedule, day) => {
    expect(due(shell, { schedule }, '2026-02-12T23:59:10Z', '2026-02-13T00:01:30Z')).toEqual(
      day ? [`${day} 00:00 +0000`] : [],
    );
  });

  test('Sunday is 0', () => {
    expect(due(shell, { schedule: '0 8 * * 0' }, '2026-11-22T07:59:10Z', '2026-11-22T08:01:30Z')).toHaveLength(1);
  });

  test('the clocks are those of the zone', () => {
    const kept = { schedule: '15 2 * * *', zone: madrid };
    expect(due(shell, kept, '2026-11-25T01:14:30Z', '2026-11-25T01:16:30Z')).toEqual(['2026-11-25 02:15 +0100']);
  });

  test('what they leave out in spring does not run', () => {
    const kept = { schedule: '30 1,2,3 * * *', zone: madrid };
    expect(due(shell, kept, '2026-03-29T00:29:30Z', '2026-03-29T01:31:30Z')).toEqual([
      '2026-03-29 01:30 +0100',
      '2026-03-29 03:30 +0200',
    ]);
  });

  test('what they show twice in autumn runs twice', () => {
    const kept = { schedule: '30 2 * * *', zone: madrid };
    expect(due(shell, kept, '2026-10-25T00:29:30Z', '2026-10-25T01:31:30Z')).toEqual([
      '2026-10-25 02:30 +0200',
      '2026-10-25 02:30 +0100',
    ]);
  });

  test('a clock that is set back shows no minute anew', () => {
    const back = '[ -e $FOLDER/back ] || { : >$FOLDER/back; echo $((now - 10)) >$FOLDER/now; }';
    const env = clock('2026-11-25T02:14:50Z', '2026-11-25T02:16:30Z', back);
    expect(said(shell, { schedule: '14,15 2 * * *' }, env).match(/starts at .{22}/g)).toEqual([
      'starts at 2026-11-25 02:15 +0000',
    ]);
  });

  test('an image that does not know the zone is said aloud, and nothing runs', () => {
    const env = clock('2026-11-25T02:14:30Z', '2026-11-25T02:16:30Z');
    expect(said(shell, { schedule: '* * * * *', zone: 'Europe/Madrid' }, env)).toMatch(
      /^(schedule: NOTHING RUNS: this image does not know the time zone Europe\/Madrid; install the package tzdata in it\n){2}$/,
    );
  });

  const wait = (file: string) => `until [ -e $FOLDER/${file} ]; do ${sleep} 0.02; done`;

  test('what is due while a run is going is skipped, and said', () => {
    // The first run lasts until the third minute, which waits for its end; the fourth begins after that.
    const meanwhile = `[ $now != ${Date.parse('2026-11-25T02:18:00Z') / 1000} ] || { : >$FOLDER/go; ${wait('over')}; ${sleep} 0.3; }`;
    const env = clock('2026-11-25T02:15:30Z', '2026-11-25T02:19:00Z', meanwhile);
    const job = ['sh', '-c', `${wait('go')}; : >$FOLDER/over`];
    expect(said(shell, { schedule: '* * * * *', job }, env).split('\n')).toEqual([
      'schedule: waits for what is due; now it is 2026-11-25 02:15 +0000',
      'schedule: a run starts at 2026-11-25 02:16 +0000',
      'schedule: skipped at 2026-11-25 02:17 +0000: the run before is still going',
      'schedule: the run is done',
      'schedule: a run starts at 2026-11-25 02:18 +0000',
      expect.stringContaining('schedule: '),
      '',
    ]);
  });

  test('a run that fails is said and is not the last, and what it says is said', () => {
    const env = clock('2026-11-25T02:15:30Z', '2026-11-25T02:18:00Z', `${sleep} 0.3`);
    const job = ['sh', '-c', 'echo "$1, $2"; exit 3', 'sh', 'two  words', '*'];
    const run = 'two  words, *\nschedule: THE RUN FAILED: it ended with 3\n';
    expect(said(shell, { schedule: '* * * * *', job }, env)).toBe(
      `schedule: waits for what is due; now it is 2026-11-25 02:15 +0000
schedule: a run starts at 2026-11-25 02:16 +0000
${run}schedule: a run starts at 2026-11-25 02:17 +0000
${run}`,
    );
  });

  /** In the time of this machine: a clock that stands still in a minute that is due, once it has begun. */
  function started(job: readonly string[]) {
    const env = clock(
      '2026-11-25T02:15:30Z',
      '2027-01-01T00:00:00Z',
      `[ ! -e $FOLDER/once ] || exec ${sleep} 60; : >$FOLDER/once`,
    );
    const [program = '', ...words] = shell.split(' ');
    return spawn(program, [...words, script, 'UTC0', '16 2 * * *', ...job], { env, stdio: 'ignore' });
  }

  async function appears(name: string): Promise<void> {
    while (!existsSync(join(folder, name))) await pause(20);
  }

  test('SIGTERM ends it at once where nothing is going', async () => {
    const child = started(['sh', '-c', ': >$FOLDER/over']);
    await appears('over');
    await pause(200);
    const before = Date.now();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(Date.now() - before).toBeLessThan(5000);
  });

  test('SIGTERM reaches a run that is going, and has the time that this needs', async () => {
    const ends = `trap '${sleep} 0.3; echo stopped >$FOLDER/stopped; exit 0' TERM; : >$FOLDER/going; ${sleep} 60 & wait`;
    const child = started(['sh', '-c', ends]);
    await appears('going');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readFileSync(join(folder, 'stopped'), 'utf8')).toBe('stopped\n');
  });
});

test('it has LF line ends, because a shell reads CR as part of a word', () => {
  expect(readFileSync(script, 'utf8')).not.toContain('\r');
});
