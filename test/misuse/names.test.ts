import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, type App, Chart } from 'cdk8s';
import { local } from 'cdk8s-tandem';
import { filesIn, inFolder, synthesized, written } from '../synthesis';
import { deployment } from '../workloads/manifests';
import { problemsOf } from './problems-of';

const hostile = ['', '.', '..', '../../../up', 'a/../../../../up', '/etc/passwd', 'a//b', 'nul\0', 'x'.repeat(300)];

/** A project deep in a folder, so that what leads out of it is found. */
function writtenDeep(define: (app: App) => void) {
  return inFolder((folder) => {
    const project = join(folder, 'one/two/three/project');
    mkdirSync(project, { recursive: true });
    return { problems: problemsOf(() => written(project, define)), files: filesIn(folder) };
  });
}

function app(...objects: readonly object[]): (app: App) => void {
  return (app) => {
    const chart = new Chart(app, 'orders', { namespace: 'orders' });
    objects.forEach((object, index) => void new ApiObject(chart, `x${index}`, object as never));
  };
}

const main = { name: 'main', image: 'ghcr.io/acme/api:1.2.3' };
const mounted = (volume: object) =>
  deployment('web', {
    containers: [{ ...main, volumeMounts: [{ name: 'v', mountPath: '/x' }] }],
    volumes: [{ name: 'v', ...volume }],
  });
const variable = (secretKeyRef: object) =>
  deployment('web', { containers: [{ ...main, env: [{ name: 'KEY', valueFrom: { secretKeyRef } }] }] });
const configMap = (name: string, key: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data: { [key]: 'x' },
});

const places: readonly (readonly [string, (name: string) => readonly object[]])[] = [
  ['key of a ConfigMap', (key) => [configMap('conf', key), mounted({ configMap: { name: 'conf' } })]],
  ['key of a Secret in a volume', (key) => [mounted({ secret: { secretName: 's', items: [{ key, path: 'a' }] } })]],
  ['key of a Secret in a variable', (key) => [variable({ name: 's', key })]],
  ['name of a Secret in a variable', (name) => [variable({ name, key: 'k' })]],
];

describe.each(places)('a hostile %s', (_, objects) => {
  test.each(hostile)('%j is refused, and no file is written', (name) => {
    const { problems, files } = writtenDeep(app(...objects(name)));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('\n')).not.toContain('\0');
    expect(files).toEqual({});
  });
});

test.each([undefined, null, 3, 'orders/api', {}])(
  'local(%j, …) is refused at once: it names no construct',
  (construct) => {
    expect(problemsOf(() => local(construct as never, { publish: 8080 }))).toEqual([
      expect.stringMatching(/^local · construct: is no construct, got .*\. Expected .*\. Fix: /),
    ]);
  },
);

test.each([{ build: 3 }, { publish: [], build: null }, { watch: { mount: 3 } }, null, 'x'])(
  'local(%j) of a stranger is refused in words',
  (options) => {
    const problems = problemsOf(() =>
      synthesized((chart) => local(new ApiObject(chart, 'web', mounted({ emptyDir: {} }) as never), options as never)),
    );
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^orders\/web · local\b.*\. Expected .*\. Fix: /);
  },
);
