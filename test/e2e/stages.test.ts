import { join } from 'node:path';
import { dataPlatform, type Stage, stages } from '../../apps/data-platform';
import { filesIn, inFolder, written } from '../synthesis';
import { run, tryRun } from './run';
import { describeOn } from './selected';

/** In place of the stage's own, which may be somebody's; with the labels that those get. */
const namespace = 'stages-asked';

function manifestsOf(stage: Stage): { readonly namespaces: string; readonly objects: string } {
  const files = inFolder((folder) => {
    written(folder, (app) => dataPlatform(app, stage), { compose: false });
    return filesIn(join(folder, 'dist'));
  });
  const { '0000-namespaces.k8s.yaml': namespaces = '', 'orders.k8s.yaml': objects = '' } = files;
  const own = new RegExp(`namespace: ${stages[stage].namespace}$`, 'gm');
  return { namespaces, objects: objects.replace(own, `namespace: ${namespace}`) };
}

const strictly = ['apply', '--dry-run=server', '--validate=strict', '-f', '-'];

describeOn('kubernetes')('each stage', () => {
  beforeAll(async () => {
    const input = manifestsOf('prod').namespaces.replace('name: orders', `name: ${namespace}`);
    await run('kubectl', ['create', '-f', '-'], { input });
  });

  afterAll(() => run('kubectl', ['delete', 'namespace', namespace, '--wait=false']));

  test.each(Object.keys(stages) as Stage[])(
    '%s is accepted by the API server, strictly and without a warning',
    async (stage) => {
      const { namespaces, objects } = manifestsOf(stage);
      for (const input of [namespaces, objects]) {
        const { stdout, stderr } = await run('kubectl', strictly, { input });
        expect({ stderr, objects: stdout.trim().split('\n').length }).toEqual({
          stderr: '',
          objects: input.match(/^kind: /gm)?.length,
        });
      }
    },
  );

  test('an object with a field that Kubernetes does not know would not be', async () => {
    const input = manifestsOf('prod').objects.replace('minReadySeconds:', 'minReadyYears:');
    expect((await tryRun('kubectl', strictly, { input })).stderr).toContain('unknown field "spec.minReadyYears"');
  });
});
