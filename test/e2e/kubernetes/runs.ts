import type { Synthesis } from '../definition';
import { printed } from '../project';
import { run } from '../run';

const namespace = 'etl-runs';

/** By the command that the summary prints, with another number for each further run. Returns what it printed. */
export async function runInCluster({ folder, summary }: Synthesis, name: string, number: number): Promise<string> {
  const command = printed(summary, new RegExp(`  ${name}, by hand: (kubectl .+)-1$`, 'm'));
  const job = `${printed(command, /(\S+)$/)}-${number}`;
  await run('sh', ['-c', `${command}-${number}`], { cwd: folder });
  await kubectl('wait', `job/${job}`, '--for=condition=Complete', '--timeout=120s');
  return kubectl('logs', `job/${job}`);
}

export interface JobState {
  /** Why it failed, when it has. */
  readonly failed?: string;
  /** Pods that count as failures. */
  readonly failures: number;
  readonly active: number;
}

export async function jobState(name: string): Promise<JobState> {
  const { conditions = [], failed = 0, active = 0 } = JSON.parse(await kubectl('get', 'job', name, '-o=json')).status;
  const condition = (conditions as readonly Condition[]).find(
    ({ type, status }) => type === 'Failed' && status === 'True',
  );
  return { failed: condition?.reason, failures: failed, active };
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

export async function podsOf(job: string, phase: string): Promise<readonly string[]> {
  const which = [ofJob(job), `--field-selector=status.phase=${phase}`];
  return words(await kubectl('get', 'pods', ...which, '--output=jsonpath={.items[*].metadata.name}'));
}

/** As a node that is emptied does it, and not by deleting the pod. */
export async function evict(pod: string): Promise<void> {
  const input = JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: pod, namespace } });
  await run('kubectl', ['create', '--raw', `/api/v1/namespaces/${namespace}/pods/${pod}/eviction`, '-f', '-'], {
    input,
  });
}

export function logsOf(job: string): Promise<string> {
  return kubectl('logs', ofJob(job));
}

export async function jobsOf(cronJob: string): Promise<readonly string[]> {
  const names = words(await kubectl('get', 'jobs', '--output=jsonpath={.items[*].metadata.name}'));
  return names.filter((job) => job.startsWith(`${cronJob}-`));
}

/** Whether the controller has said of a run that it would have overlapped. */
export async function wasRefused(cronJob: string): Promise<boolean> {
  const which = `--field-selector=reason=JobAlreadyActive,involvedObject.name=${cronJob}`;
  return words(await kubectl('get', 'events', which, '--output=name')).length > 0;
}

function ofJob(job: string): string {
  return `--selector=batch.kubernetes.io/job-name=${job}`;
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

async function kubectl(...args: readonly string[]): Promise<string> {
  return (await run('kubectl', [`--namespace=${namespace}`, ...args])).stdout;
}
