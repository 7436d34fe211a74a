import { type CronField, parseSchedule, type Schedule } from './cron';
import { everySeconds } from './every';
import { remembered } from './remembered';

/** Seconds between the two runs that are nearest to each other, on clocks that never change; undefined for no schedule. */
export const shortestPeriod: (text: string) => number | undefined = remembered((text: string) => {
  if (text.startsWith('@every ')) return Math.max(1, Math.floor(everySeconds(text))) || undefined;
  const schedule = parseSchedule(text);
  if (typeof schedule === 'string') return undefined;
  const minutes = minutesOfDay(schedule);
  const [first = 0] = minutes;
  const overnight = shortestDays(schedule) * minutesADay - (minutes.at(-1) ?? 0) + first;
  return Math.min(overnight, ...steps(minutes)) * 60;
});

const minutesADay = 24 * 60;

function minutesOfDay({ hours, minutes }: Schedule): readonly number[] {
  return sorted(hours).flatMap((hour) => sorted(minutes).map((minute) => hour * 60 + minute));
}

function sorted({ values }: CronField): readonly number[] {
  return [...values].sort((one, other) => one - other);
}

/** In 28 years each date has been on each day of the week. */
function shortestDays(schedule: Schedule): number {
  const days = Array.from({ length: 28 * 366 }, (_, index) => index).filter((index) =>
    firesOn(schedule, new Date(Date.UTC(2001, 0, 1 + index))),
  );
  return Math.min(...steps(days));
}

function steps(numbers: readonly number[]): readonly number[] {
  return numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
}

/** Whether a day is one of the schedule's. Of the two conditions on a day either is enough, unless one is none. */
export function firesOn({ daysOfMonth, daysOfWeek, months }: Schedule, day: Date): boolean {
  const ofMonth = daysOfMonth.values.has(day.getUTCDate());
  const ofWeek = daysOfWeek.values.has(day.getUTCDay());
  const isDay = daysOfMonth.every || daysOfWeek.every ? ofMonth && ofWeek : ofMonth || ofWeek;
  return isDay && months.values.has(day.getUTCMonth() + 1);
}
