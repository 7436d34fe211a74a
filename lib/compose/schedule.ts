import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CronField, parseSchedule, type Schedule } from '../units/cron';
import type { Life } from '../workloads/workload';
import type { HealthCheck } from './compose-file';
import { type Fragment, merged } from './fragment';
import { keepsSchedule } from './keeps-schedule';
import { byHand, here } from './schedule-differences';
import { scriptOf } from './scripts';
import type { Unit } from './unit';

/** What a job's schedule becomes: a word to the one who runs it by hand, or a service beside it that keeps it. */
export function scheduleOf(unit: Unit): Fragment {
  const { workload, role } = unit;
  const { life } = workload;
  if (life.runs !== 'on schedule') return {};
  if (role === 'clock') return clock(unit, life);
  if (role !== 'main') return {};
  return {
    service: { comment: comment(unit, life) },
    differences: keepsSchedule(workload) ? here(workload) : byHand(workload),
  };
}

type OnSchedule = Extract<Life, { runs: 'on schedule' }>;

function comment({ workload, service }: Unit, life: OnSchedule): string {
  const too = keepsSchedule(workload) ? `, and here by ${service}-schedule,` : '';
  return `In the cluster${too} at ${when(life)}; here by hand: docker compose run --rm ${service}`;
}

function when({ schedule, timeZone }: OnSchedule): string {
  return `"${schedule}"${timeZone ? ` ${timeZone}` : ''}`;
}

const folder = '/tandem';
const script = {
  name: 'keep-schedule.sh',
  content: readFileSync(join(__dirname, 'scripts', 'keep-schedule.sh'), 'utf8'),
};

/** The job's own container, in which a shell starts the job's own command when it is due. */
function clock({ pod }: Unit, life: OnSchedule): Fragment {
  const zone = zoneOf(life);
  const parsed = parseSchedule(life.schedule);
  return merged([
    scriptOf(script, folder),
    {
      service: {
        comment: `Runs ${pod} at ${when(life)}. What it says: docker compose logs ${pod}-schedule`,
        entrypoint: ['sh', `${folder}/${script.name}`, zone, typeof parsed === 'string' ? '' : fieldsOf(parsed)],
        restart: 'unless-stopped',
        healthcheck: zone === utc ? undefined : knowsZone(zone),
      },
    },
  ]);
}

/** The one zone that needs no data in the image. */
const utc = 'UTC0';

function zoneOf({ timeZone = 'UTC' }: OnSchedule): string {
  return ['UTC', 'Etc/UTC'].includes(timeZone) ? utc : timeZone;
}

function fieldsOf({ minutes, hours, daysOfMonth, months, daysOfWeek }: Schedule): string {
  return [minutes, hours, daysOfMonth, months, daysOfWeek].map(numbersOf).join(' ');
}

function numbersOf({ every, values }: CronField): string {
  return every ? '*' : [...values].sort((one, other) => one - other).join(',');
}

/** An image without the zone's data keeps no time: then `up --wait` says so, and not a night without a run. */
function knowsZone(zone: string): HealthCheck {
  return {
    test: ['CMD', 'test', '-e', `/usr/share/zoneinfo/${zone}`],
    interval: '15s',
    timeout: '5s',
    retries: 1,
    start_period: '5s',
    start_interval: '1s',
  };
}
