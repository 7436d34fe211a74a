import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unit } from '../compose/unit';
import { parseSchedule } from '../units/cron';
import type { Workload } from '../workloads/workload';
import type { CarriedHealth, CarriedMount, CarriedService } from './carried-app';

type Own = Partial<Pick<CarriedService, 'health' | 'restart' | 'graceSeconds' | 'profiles' | 'ports' | 'more'>> &
  Pick<CarriedService, 'entrypoint' | 'mounts'>;

/**
 * What a service is otherwise than its container, where the laptop alone has it: it starts the job's own words on
 * schedule, or does something once when its pod is ready.
 */
export function carriedLaptop(unit: Unit, words: readonly string[], isAwaited: boolean): Own | undefined {
  if (unit.role === 'clock') return clock(unit, words);
  const { setUp } = unit.workload.local;
  return unit.role === 'once' && setUp ? once(setUp, words, isAwaited) : undefined;
}

/** It keeps running, under no profile, and the job's hooks are not its own. */
function clock({ workload: { life } }: Unit, words: readonly string[]): Own {
  const { schedule = '', timeZone = 'UTC' } = life.runs === 'on schedule' ? life : {};
  const isUtc = ['UTC', 'Etc/UTC'].includes(timeZone);
  const script = '/tandem/keep-schedule.sh';
  return {
    entrypoint: ['sh', script, isUtc ? 'UTC0' : timeZone, numbersOf(schedule), ...words],
    mounts: { [script]: { file: keepSchedule, executable: false } },
    health: isUtc ? undefined : asked(['test', '-e', `/usr/share/zoneinfo/${timeZone}`], 15, 1, 5),
    restart: 'unless-stopped',
    profiles: [],
    ports: [],
    more: {},
  };
}

const keepSchedule = readFileSync(join(__dirname, '..', 'compose', 'scripts', 'keep-schedule.sh'), 'utf8');

/** A schedule in numbers, without names, ranges and steps. */
function numbersOf(schedule: string): string {
  const parsed = parseSchedule(schedule);
  if (typeof parsed === 'string') return '';
  const { minutes, hours, daysOfMonth, months, daysOfWeek } = parsed;
  return [minutes, hours, daysOfMonth, months, daysOfWeek]
    .map(({ every, values }) => (every ? '*' : [...values].toSorted((one, other) => one - other).join(',')))
    .join(' ');
}

/** It ends when all is done, or stays and is healthy from then on where nobody who keeps running waits for it. */
function once(
  { folder, script }: NonNullable<Workload['local']['setUp']>,
  words: readonly string[],
  isAwaited: boolean,
): Own {
  const stays = isAwaited ? '' : ' || exit; : >/dev/shm/done; while sleep 3600 & wait $!; do :; done';
  return {
    entrypoint: ['sh', '-c', `trap exit TERM; "$@" & wait $!${stays}`, 'sh', ...words],
    mounts: {
      [`/tandem/${script.name}`]: { file: script.content, executable: false },
      [folder.target]: projectFolder(folder.source, folder.target),
    },
    health: isAwaited ? undefined : asked(['test', '-e', '/dev/shm/done'], 30, 3, 3600),
    restart: 'no',
    graceSeconds: undefined,
  };
}

/** A folder of the project that must be there, and that no container writes to. */
export function projectFolder(source: string, target: string): CarriedMount {
  const bind = { create_host_path: false };
  return { other: { type: 'bind', source: inProject(source), target, read_only: true, bind } };
}

/** Without `./` before it and `/` behind it. */
export function inProject(folder: string): string {
  return folder.replace(/^\.\//, '').replace(/\/$/, '');
}

function asked(command: readonly string[], interval: number, retries: number, start: number): CarriedHealth {
  return {
    asks: ['CMD', ...command],
    intervalSeconds: interval,
    timeoutSeconds: 5,
    retries,
    startSeconds: start,
    startIntervalSeconds: 1,
  };
}
