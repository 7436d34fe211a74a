/** Times of the wall, as if it were that of UTC, that a change of the clocks skips or shows twice. */
export interface ClockChange {
  readonly from: number;
  readonly to: number;
  readonly skips: boolean;
}

/** Those of a year from now on; none in a zone that nobody here knows. */
export function clockChanges(timeZone: string, now: Date): readonly ClockChange[] {
  const offset = unchanging.includes(timeZone) ? undefined : offsetsOf(timeZone);
  if (!offset) return [];
  const start = Math.floor(now.getTime() / day) * day;
  return Array.from({ length: 366 }, (_, index) => start + index * day)
    .filter((time) => offset(time) !== offset(time + day))
    .map((time) => {
      const at = firstWithin(time, offset);
      const walls = [at + offset(at - minute), at + offset(at)].sort((one, other) => one - other);
      return { from: walls[0] ?? at, to: walls[1] ?? at, skips: offset(at) > offset(at - minute) };
    });
}

/** The usual ones, by their names: of no other zone it is known here that its clocks never change. */
const unchanging = ['Etc/UTC', 'UTC'];

const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds that the wall is ahead of UTC. */
function offsetsOf(timeZone: string): ((time: number) => number) | undefined {
  const format = formatFor(timeZone);
  return (
    format &&
    ((time) => {
      const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
      const [year = 0, month = 1, ...rest] = (['year', 'month', 'day', 'hour', 'minute'] as const).map((part) =>
        parts.get(part),
      );
      return Date.UTC(year, month - 1, ...(rest as [number, number, number])) - time;
    })
  );
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...numeric, timeZone, calendar: 'gregory', hourCycle: 'h23' });
  } catch {
    return undefined;
  }
}

/** The first minute of that day with the offset of its end. */
function firstWithin(start: number, offset: (time: number) => number): number {
  let [before, after] = [start, start + day];
  while (after - before > minute) {
    const middle = before + Math.floor((after - before) / 2 / minute) * minute;
    if (offset(middle) === offset(before)) before = middle;
    else after = middle;
  }
  return after;
}
