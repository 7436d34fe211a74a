import { eventually } from '../eventually';
import { run, tryRun } from '../run';
import { namespace } from './apis';

interface Pod {
  readonly metadata: { readonly name: string; readonly deletionTimestamp?: string };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

export async function kubectl(args: readonly string[], input?: string): Promise<string> {
  return (await run('kubectl', [`--namespace=${namespace}`, ...args], { input })).stdout;
}

/** The names of an API's pods, those too that are ending. */
export async function podsOf(api: string): Promise<readonly string[]> {
  return (await found(api)).map(({ metadata }) => metadata.name).sort();
}

/** As many pods as there are to be, all of them ready and none ending. */
export async function settled(api: string, count = 2, seconds = 120): Promise<void> {
  await eventually(async () => expect((await found(api)).map(state)).toEqual(Array(count).fill('ready')), seconds);
}

/** What the API server answers to who wants a pod away and asks the budgets; with `dryRun` it stays. */
export async function evict(pod: string, ...dryRun: readonly 'All'[]): Promise<string> {
  const eviction = {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name: pod, namespace },
    deleteOptions: { dryRun },
  };
  const path = `/api/v1/namespaces/${namespace}/pods/${pod}/eviction`;
  const { stdout, stderr } = await tryRun('kubectl', ['create', `--raw=${path}`, '--filename=-', verbose], {
    input: JSON.stringify(eviction),
  });
  const [, code] = /"code": ?(\d+)/.exec(stdout + stderr) ?? [];
  const [, message] = /"message": ?"([^"]+)"/.exec(stderr) ?? [];
  return [code, message].filter(Boolean).join(' ');
}

/** With the answer as it came: the status code too. */
const verbose = '-v=8';

async function found(api: string): Promise<readonly Pod[]> {
  const pods = await kubectl(['get', 'pods', `--selector=app.kubernetes.io/instance=${api}`, '--output=json']);
  return JSON.parse(pods).items;
}

function state({ metadata, status: { conditions = [] } }: Pod): string {
  if (metadata.deletionTimestamp) return 'ending';
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True') ? 'ready' : 'not ready';
}
