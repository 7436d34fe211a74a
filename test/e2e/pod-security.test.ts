import { pods } from '../policies/pods';
import { run, tryRun } from './run';
import { describeOn } from './selected';

const namespace = 'pod-security-asked';
const labels = ['enforce', 'warn', 'audit'].map((mode) => `pod-security.kubernetes.io/${mode}=restricted`);

/** What the API server says of the pod: its words, without what is in brackets behind each. */
async function refusals(pod: object): Promise<readonly string[]> {
  const metadata = { ...Object(Reflect.get(pod, 'metadata')), name: 'asked' };
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', ...pod, metadata });
  const { ok, stderr } = await tryRun('kubectl', ['-n', namespace, 'apply', '--dry-run=server', '-f', '-'], { input });
  if (ok) return [];
  const [, said] = /violates PodSecurity "restricted:latest": (.*)/.exec(stderr) ?? [];
  if (said === undefined) throw new Error(`refused for another reason: ${stderr}`);
  return said
    .replace(/\((?:[^()]|\([^()]*\))*\)/g, '')
    .split(',')
    .map((word) => word.trim().replace(/profiles$/, 'profile'));
}

describeOn('kubernetes')('the API server refuses what we say it does', () => {
  beforeAll(async () => {
    await run('kubectl', ['create', 'namespace', namespace]);
    await run('kubectl', ['label', 'namespace', namespace, ...labels]);
  });

  afterAll(() => run('kubectl', ['delete', 'namespace', namespace, '--wait=false']));

  test.each(pods)('%s', async (_, pod, controls) => {
    expect([...(await refusals(pod))].sort()).toEqual([...controls].sort());
  });
});
