import { remembered } from './remembered';

/** A schedule as the API server reads it: the standard parser of https://github.com/robfig/cron v3. */
export interface Schedule {
  readonly minutes: CronField;
  readonly hours: CronField;
  readonly daysOfMonth: CronField;
  readonly months: CronField;
  readonly daysOfWeek: CronField;
}

export interface CronField {
  readonly values: ReadonlySet<number>;
  /** `*` or `?`: every value, and no condition on the day. */
  readonly every: boolean;
}

interface Bounds {
  readonly field: keyof Schedule;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const fields: readonly Bounds[] = [
  { field: 'minutes', min: 0, max: 59, names: [] },
  { field: 'hours', min: 0, max: 23, names: [] },
  { field: 'daysOfMonth', min: 1, max: 31, names: [] },
  { field: 'months', min: 1, max: 12, names: months },
  { field: 'daysOfWeek', min: 0, max: 6, names: days },
];

/** Names for whole schedules. */
export const descriptors: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** The same by a name too. What has an interval, as `@every 1h`, has no fields. */
export function parseSchedule(text: string): Schedule | string {
  return parseCron(Object.hasOwn(descriptors, text) ? (descriptors[text] ?? '') : text);
}

/** The five fields, or a sentence about what is wrong with them. */
export const parseCron = remembered((text: string): Schedule | string => {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length) return `has ${parts.length} fields`;
  const parsed = fields.map((bounds, index) => parseField(parts[index] ?? '', bounds));
  const wrong = parsed.find((field): field is string => typeof field === 'string');
  return wrong ?? (Object.fromEntries(fields.map(({ field }, index) => [field, parsed[index]])) as unknown as Schedule);
});

function parseField(text: string, bounds: Bounds): CronField | string {
  const ranges = text.split(',').map((range) => parseRange(range, bounds));
  const wrong = ranges.find((range): range is string => typeof range === 'string');
  if (wrong !== undefined) return wrong;
  const found = ranges as readonly CronField[];
  return { values: new Set(found.flatMap(({ values }) => [...values])), every: found.some(({ every }) => every) };
}

function parseRange(text: string, bounds: Bounds): CronField | string {
  const [, star, from = '', to, stepText] = /^(?:([*?])|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text) ?? ['', '', ''];
  const step = Number(stepText ?? 1);
  const start = star ? bounds.min : numberOf(from, bounds);
  const end = star || (stepText && to === undefined) ? bounds.max : numberOf(to ?? from, bounds);
  if (start === undefined || end === undefined)
    return `holds ${JSON.stringify(text)}, which is no value for ${words[bounds.field]}`;
  if (start > end) return `holds the range ${text}, which ends before it begins`;
  if (step === 0) return `holds a step of 0 in ${text}`;
  if (step > bounds.max - bounds.min) return `holds a step in ${text} that is longer than all ${words[bounds.field]}`;
  const values = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
  return { values: new Set(values), every: Boolean(star) && step === 1 };
}

const words: Readonly<Record<keyof Schedule, string>> = {
  minutes: 'minutes (0-59)',
  hours: 'hours (0-23)',
  daysOfMonth: 'days of the month (1-31)',
  months: 'months (1-12 or JAN-DEC)',
  daysOfWeek: 'days of the week (0-6 or SUN-SAT)',
};

function numberOf(text: string, { min, max, names }: Bounds): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  const value = named >= 0 ? named + min : Number(/^\d+$/.test(text) ? text : Number.NaN);
  return value >= min && value <= max ? value : undefined;
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether any year has such a day. With a day of the week besides, either of the two is enough. */
export function everFires({ daysOfMonth, months: wanted, daysOfWeek }: Schedule): boolean {
  if (daysOfMonth.every || !daysOfWeek.every) return true;
  return [...wanted.values].some((month) => [...daysOfMonth.values].some((day) => day <= (lengths[month - 1] ?? 0)));
}
