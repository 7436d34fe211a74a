import type { Workload } from '../workloads/workload';

/** Whether the laptop keeps the schedule of a job. One that is suspended waits here as there. */
export function keepsSchedule({ local, life, field }: Workload): boolean {
  if (!local.scheduleLocally || life.runs !== 'on schedule') return false;
  return field.at('spec', 'suspend').json() !== true;
}
