import type { Manifest } from '../manifests/manifest';
import { type ClockChange, clockChanges } from '../units/clock-changes';
import { parseSchedule, type Schedule } from '../units/cron';
import { firesOn, shortestPeriod } from '../units/period';
import { remembered } from '../units/remembered';

/** What a schedule does on the nights when the clocks of its zone change, and what a slow run does to the next. */
export function scheduleRemarks(manifests: readonly Manifest[], now: Date): readonly string[] {
  const changes = remembered((zone: string) => clockChanges(zone, now));
  return manifests
    .filter(({ kind }) => kind === 'CronJob')
    .flatMap((job) => [...onClockChanges(job, changes), ...longerThanPeriod(job)]);
}

function onClockChanges(job: Manifest, changes: (zone: string) => readonly ClockChange[]): readonly string[] {
  const schedule = parseSchedule(textAt(job, 'schedule'));
  const zone = textAt(job, 'timeZone');
  // What runs each hour does so on such a night as well.
  if (typeof schedule === 'string' || !zone || schedule.hours.every) return [];
  return changes(zone).flatMap((change) => {
    const times = timesIn(schedule, change);
    return times.length > 0 ? [changeRemark(job, zone, change, times)] : [];
  });
}

function changeRemark(
  { name }: Manifest,
  zone: string,
  { from, skips }: ClockChange,
  times: readonly string[],
): string {
  const date = new Date(from).toISOString().slice(0, 10);
  const [happens, clocks] = skips ? ['does not run', 'go forward'] : ['runs twice', 'go back'];
  const [first = '', ...more] = times;
  const at = more.length > 0 ? `${first} to ${more.at(-1)}` : first;
  return `Schedule: ${name} ${happens} at ${at} on ${date}, when the clocks of ${zone} ${clocks}`;
}

/** The minutes that no clock shows that night, or that it shows twice. */
function timesIn(schedule: Schedule, { from, to }: ClockChange): readonly string[] {
  return Array.from({ length: (to - from) / minute }, (_, index) => new Date(from + index * minute))
    .filter((time) => firesOn(schedule, time))
    .filter(
      (time) => schedule.hours.values.has(time.getUTCHours()) && schedule.minutes.values.has(time.getUTCMinutes()),
    )
    .map((time) => time.toISOString().slice(11, 16));
}

const minute = 60_000;

function longerThanPeriod(job: Manifest): readonly string[] {
  const deadline: unknown = job.root.at('spec', 'jobTemplate', 'spec', 'activeDeadlineSeconds').peek();
  const period = shortestPeriod(textAt(job, 'schedule'));
  if (textAt(job, 'concurrencyPolicy') !== 'Forbid' || typeof deadline !== 'number' || period === undefined) return [];
  return deadline > period
    ? [`Schedule: ${job.name} may run for ${deadline} s and is due every ${period} s: a slow run leaves the next out`]
    : [];
}

function textAt({ root }: Manifest, key: string): string {
  return String(root.at('spec', key).peek() ?? '');
}
