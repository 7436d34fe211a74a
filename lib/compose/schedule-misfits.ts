import type { Finding } from '../checks/problem';
import { parseSchedule } from '../units/cron';
import type { Workload } from '../workloads/workload';

/** Why the laptop cannot keep a schedule that it was told to keep. */
export function scheduleMisfits({ local, life, pod }: Workload): readonly Finding[] {
  if (!local.scheduleLocally) return [];
  if (life.runs !== 'on schedule') return [misfit(noSchedule)];
  const parsed = parseSchedule(life.schedule);
  const [main] = pod.containers;
  return [
    ...(typeof parsed === 'string' ? [{ ...misfit(otherSchedule), got: life.schedule }] : []),
    ...(main?.command ? [] : [misfit(noCommand)]),
    ...(pod.containers.length + pod.initContainers.length > 1 ? [misfit(severalContainers)] : []),
  ];
}

type Why = Pick<Finding, 'wrong' | 'expected' | 'fix'>;

function misfit(why: Why): Finding {
  return { prop: 'local.scheduleLocally', ...why };
}

const noSchedule: Why = {
  wrong: 'is given to what runs on no schedule',
  expected: 'a CronJob.',
  fix: 'leave it out.',
};

const otherSchedule: Why = {
  wrong: 'cannot keep this schedule',
  expected: 'a job with the five fields of cron, or @daily and its like.',
  fix: 'write in five fields when it runs, or leave scheduleLocally out and run it by hand.',
};

const noCommand: Why = {
  wrong: "is given to a job without a command, and what keeps the schedule takes the place of the image's own",
  expected: 'a container that says its command.',
  fix: "write what the image runs, such as command: ['python', 'load.py'].",
};

const severalContainers: Why = {
  wrong: 'is given to a job of several containers, of which it could start only one',
  expected: 'a pod of one container.',
  fix: 'leave it out, and run the job by hand.',
};
