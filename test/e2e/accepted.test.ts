import { TandemApp } from 'cdk8s-tandem';
import { dataPlatform } from '../../apps/data-platform';
import { synthesize } from '../../lib/app';
import { wholeApp } from '../scanners/whole-app';
import { run, tryRun } from './run';
import { describeOn } from './selected';

const apps = { 'the example': dataPlatform, 'every option of every construct': wholeApp };

const prefix = 'accepted';

/** All of the app's objects, moved into a namespace of this test: the app's own may be somebody's. */
function objectsOf(define: (app: TandemApp) => void, namespace: string): readonly object[] {
  const app = new TandemApp({ outdir: '/nonexistent' });
  define(app);
  const { manifests } = synthesize(app, {});
  return manifests.map(({ object }) => ({ ...object, metadata: { ...Object(object.metadata), namespace } }));
}

/** Strict validation refuses fields that the server does not know; what it only warns of, it says on stderr. */
async function said(object: object): Promise<string> {
  const args = ['apply', '--dry-run=server', '--validate=strict', '--warnings-as-errors', '-f', '-'];
  const { stderr } = await tryRun('kubectl', args, { input: JSON.stringify(object) });
  return stderr;
}

describeOn('kubernetes')('the API server accepts without a warning', () => {
  afterAll(async () => {
    const names = Object.keys(apps).map((_, index) => `${prefix}-${index}`);
    await run('kubectl', ['delete', 'namespace', ...names, '--ignore-not-found', '--wait=false']);
  });

  test.each(Object.entries(apps))('%s', async (name, define) => {
    const namespace = `${prefix}-${Object.keys(apps).indexOf(name)}`;
    await run('kubectl', ['create', 'namespace', namespace]);
    const labels = ['enforce', 'warn', 'audit'].map((mode) => `pod-security.kubernetes.io/${mode}=restricted`);
    await run('kubectl', ['label', 'namespace', namespace, ...labels]);
    const answers = await Promise.all(objectsOf(define, namespace).map(said));
    expect(answers.filter((answer) => answer !== '')).toEqual([]);
  });

  test('what it does not know, it refuses, and what it warns of is told', async () => {
    const metadata = { name: 'asked', namespace: 'default' };
    const container = { name: 'asked', image: 'busybox', env: ['a', 'a'].map((name) => ({ name, value: '1' })) };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata };
    expect(await said({ ...pod, spec: { containers: [{ ...container, env: [], images: '' }] } })).toMatch(
      /unknown field/,
    );
    expect(await said({ ...pod, spec: { containers: [container] } })).toMatch(/hides previous definition/);
  });
});
