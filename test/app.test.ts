import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { DataApi, StatefulMongo, SynthesisError, TandemApp, tandem } from 'cdk8s-tandem';
import { dataPlatform } from '../apps/data-platform';
import { allowSecret } from '../lib/allow-secret';
import { synthesize } from '../lib/app';
import { unexplained } from '../lib/differences/differences';
import { filesIn, inFolder, synthesized, written } from './synthesis';
import { deployment } from './workloads/manifests';

const image = 'ghcr.io/acme/api:1.2.3';

describe('what is written', () => {
  test('synth writes the manifests, the Compose file and what it points to', () => {
    inFolder((folder) => {
      written(folder, dataPlatform);
      expect(Object.keys(filesIn(folder))).toEqual([
        '.tandem/.gitignore',
        '.tandem/configs/mongo-members/members',
        '.tandem/configs/mongo-scripts/prepare.sh',
        '.tandem/configs/mongo-scripts/ready.sh',
        '.tandem/configs/mongo-scripts/reconcile.js',
        '.tandem/env/api.env',
        '.tandem/env/nightly-load.env',
        '.tandem/secrets/mongo-secrets/app-password',
        '.tandem/secrets/mongo-secrets/keyfile',
        '.tandem/secrets/mongo-secrets/root-password',
        '.tandem/stamp.json',
        'compose.differences.json',
        'compose.differences.md',
        'compose.yaml',
        'dist/0000-namespaces.k8s.yaml',
        'dist/orders.k8s.yaml',
      ]);
    });
  });

  test('no secret value is in the manifests or in the Compose file', () => {
    inFolder((folder) => {
      written(folder, dataPlatform);
      const files = Object.entries(filesIn(folder));
      const secrets = files.filter(([path]) => path.startsWith('.tandem/secrets/')).map(([, content]) => content);
      const shared = files.filter(([path]) => path.endsWith('.yaml')).map(([, content]) => content);
      expect(secrets).toHaveLength(3);
      expect(secrets.every((secret) => /^[A-Za-z0-9]{32}$/.test(secret))).toBe(true);
      expect(shared.filter((content) => secrets.some((secret) => content.includes(secret)))).toEqual([]);
    });
  });

  test('secrets are made once, and a value that somebody put in their place stays', () => {
    inFolder((folder) => {
      written(folder, dataPlatform);
      const path = join(folder, '.tandem/secrets/mongo-secrets/app-password');
      writeFileSync(path, 'my-own\n');
      const before = filesIn(folder);
      written(folder, dataPlatform);
      const after = filesIn(folder);
      expect(after['.tandem/secrets/mongo-secrets/keyfile']).toBe(before['.tandem/secrets/mongo-secrets/keyfile']);
      expect(after['.tandem/secrets/mongo-secrets/app-password']).toBe('my-own');
      expect(after['.tandem/env/api.env']).toBe(
        'MONGO_URL_PASSWORD="my-own"\nMONGO_URL="mongodb://app:my-own@mongo-0.mongo-headless.orders.svc.cluster.local:27017/app?replicaSet=rs0&authSource=app"\n',
      );
    });
  });

  test('a Compose file that somebody else wrote is not overwritten, and nothing else is written either', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'compose.yaml'), 'services: {}\n');
      expect(() => written(folder, dataPlatform)).toThrow('compose: is a file that cdk8s-tandem did not write');
      expect(filesIn(folder)).toEqual({ 'compose.yaml': 'services: {}\n' });
    });
  });

  test('nor are files of differences, while those that a checkout gave the line ends of Windows are ours', () => {
    inFolder((folder) => {
      written(folder, dataPlatform);
      const committed = ['compose.differences.json', 'compose.differences.md', 'compose.yaml'];
      const first = filesIn(folder);
      for (const path of committed)
        writeFileSync(join(folder, path), (first[path] ?? '').replaceAll('\n', '\r\n').replace('api', 'old'));
      written(folder, dataPlatform);
      expect(filesIn(folder)).toEqual(first);
      for (const path of committed) {
        writeFileSync(join(folder, path), '{}\n');
        expect(problemsOf(() => written(folder, dataPlatform))).toEqual([
          expect.stringContaining(`${path} · compose: is a file`),
        ]);
        writeFileSync(join(folder, path), first[path] ?? '');
      }
    });
  });

  test('without Compose only the manifests are written, and nothing is said of a laptop', () => {
    inFolder((folder) => {
      const said = written(folder, dataPlatform, { compose: false });
      expect(said).not.toMatch(/laptop|Differences/);
      expect(Object.keys(filesIn(folder))).toEqual(['dist/0000-namespaces.k8s.yaml', 'dist/orders.k8s.yaml']);
    });
  });

  test('TANDEM_COMPOSE=off does the same, for pipelines', () => {
    process.env.TANDEM_COMPOSE = 'off';
    inFolder((folder) => {
      written(folder, dataPlatform, { compose: true });
      expect(Object.keys(filesIn(folder))).not.toContain('compose.yaml');
    });
    delete process.env.TANDEM_COMPOSE;
  });

  describe('with check', () => {
    const dist = ['dist/0000-namespaces.k8s.yaml', 'dist/orders.k8s.yaml'];

    test('a Compose file that is not what synth would write is refused, and nothing is written', () => {
      inFolder((folder) => {
        const problems = problemsOf(() => written(folder, dataPlatform, { check: true }));
        expect(problems).toEqual([
          expect.stringContaining('compose.differences.md · line 1: is missing.'),
          expect.stringContaining('compose.differences.json · line 1: is missing.'),
          expect.stringContaining('compose.yaml · line 1: is missing.'),
        ]);
        expect(filesIn(folder)).toEqual({});
      });
    });

    test('one that is up to date lets the manifests be written, and nothing else', () => {
      inFolder((folder) => {
        for (const path of ['compose.yaml', 'compose.differences.md', 'compose.differences.json'])
          writeFileSync(join(folder, path), readFileSync(join(__dirname, '..', path)));
        const said = written(folder, dataPlatform, { check: true });
        expect(Object.keys(filesIn(folder)).filter((path) => !path.startsWith('compose.'))).toEqual(dist);
        expect(said).not.toContain('On this laptop');
      });
    });

    test('an unexplained difference is refused, where otherwise it is told', () => {
      const define = (app: App) => {
        const pod = { containers: [{ name: 'main', image }], someday: 3 };
        new ApiObject(new Chart(app, 'orders', { namespace: 'orders' }), 'api', deployment('api', pod));
      };
      inFolder((folder) => {
        expect(written(folder, define)).toContain('  unexplained: orders/api · spec/template/spec/someday\n');
        expect(problemsOf(() => written(folder, define, { check: true }))).toEqual([
          expect.stringMatching(/^orders\/api · spec\/template\/spec\/someday: is a difference .*, got 3\. /),
        ]);
      });
    });

    test.each([
      ['TANDEM_CHECK=on asks for it', 'on', {}, true],
      ['TANDEM_CHECK=off writes the file anew', 'off', { check: true }, false],
      ['an app without a Compose file has nothing to compare', 'on', { compose: false }, false],
    ])('%s', (_, value, props, refuses) => {
      process.env.TANDEM_CHECK = value;
      inFolder((folder) => {
        const synth = () => written(folder, dataPlatform, props);
        if (refuses) expect(problemsOf(synth)).toHaveLength(3);
        else expect(synth()).toContain('In a cluster:');
      });
      delete process.env.TANDEM_CHECK;
    });

    test('a switch that is neither on nor off is refused', () => {
      process.env.TANDEM_CHECK = 'true';
      const problems = inFolder((folder) => problemsOf(() => written(folder, dataPlatform)));
      delete process.env.TANDEM_CHECK;
      expect(problems).toEqual([
        'environment · TANDEM_CHECK: is neither on nor off, got "true". Expected on or off. Fix: TANDEM_CHECK=on, TANDEM_CHECK=off, or no such variable.',
      ]);
    });
  });

  test("what cdk8s' validations ask for is written where the app asks for it", () => {
    inFolder((folder) => {
      written(folder, dataPlatform, { recordConstructMetadata: true, compose: false });
      const metadata = JSON.parse(filesIn(folder)['dist/construct-metadata.json'] ?? '');
      expect(metadata.resources.api).toEqual({ path: 'orders/api/deployment' });
    });
  });

  test('namespaces that the platform team owns are not made', () => {
    inFolder((folder) => {
      written(folder, dataPlatform, { namespaces: false, compose: false });
      expect(Object.keys(filesIn(folder))).toEqual(['dist/orders.k8s.yaml']);
    });
  });

  test('a plain cdk8s App is written in the same way', () => {
    inFolder((folder) => {
      const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      const app = new App({ outdir: join(folder, 'dist') });
      dataPlatform(app);
      tandem(app, { projectRoot: folder }).synth();
      stderr.mockRestore();
      expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toContain(
        '\n  api:\n    image: ghcr.io/acme/orders-api:1.2.3\n',
      );
    });
  });
});

test('the summary says how to run it on both targets, with the commands for the Secrets', () => {
  const said = inFolder((folder) => written(folder, dataPlatform));
  expect(said).toContain('docker compose up --wait');
  expect(said).toContain('docker compose run --rm nightly-load');
  expect(said).toMatch(
    /kubectl -n orders create secret generic mongo-secrets --from-file=\S*\.tandem\/secrets\/mongo-secrets$/m,
  );
  expect(said).toContain('docker compose --profile jobs down --volumes');
  expect(said).toContain('kubectl -n orders create job --from=cronjob/nightly-load nightly-load-manual-1');
  expect(said).toContain('none unexplained');
  expect(said).toContain('Images: 3 by tag alone, without a digest');
});

test('the summary says how to run what is watched, and who finds out why something does not start', () => {
  const said = inFolder((folder) =>
    written(folder, (app) => {
      const chart = new Chart(app, 'orders', { namespace: 'orders' });
      const watch = { mount: './src', at: '/app', command: ['dev'] };
      new DataApi(chart, 'api', { image, local: { watch } });
      new DataApi(chart, 'web', { image, local: { build: './web', watch: 'rebuild' } });
    }),
  );
  expect(said).toContain('  api, which sees ./src as you edit: docker compose up --wait\n');
  expect(said).toContain('  web, built anew as you edit: docker compose watch web\n');
  expect(said).toContain('  when something does not start: npx tandem doctor\n');
});

test('every difference of the example is explained', () => {
  const app = new TandemApp();
  dataPlatform(app);
  expect(unexplained(synthesize(app, {}).differences)).toEqual([]);
});

describe('mistakes', () => {
  test('are reported all at once, in the order of the tree, and nothing is written', () => {
    inFolder((folder) => {
      const define = (app: App) => {
        const chart = new Chart(app, 'orders', { namespace: 'orders' });
        new DataApi(chart, 'api', { image: 'ghcr.io/acme/api', port: 80 });
        new DataApi(chart, 'web', { image, replicas: -1 });
      };
      const problems = problemsOf(() => written(folder, define));
      expect(problems.map((problem) => problem.slice(0, problem.indexOf(':')))).toEqual([
        'orders/api · image',
        'orders/api · port',
        'orders/web · replicas',
      ]);
      expect(filesIn(folder)).toEqual({});
    });
  });

  test('two constructs that yield one object are named both', () => {
    const problems = problemsOf(() =>
      synthesized((chart, app) => {
        new DataApi(chart, 'api', { image });
        new DataApi(new Chart(app, 'more', { namespace: 'orders' }), 'api', { image });
      }),
    );
    expect(problems[0]).toMatch(/^more\/api\/service-account · name: .*orders\/api\/service-account/);
  });

  test("a database's Secret of another namespace needs a place in this one", () => {
    const [problem] = problemsOf(() =>
      synthesized((chart, app) => {
        const mongo = new StatefulMongo(chart, 'mongo');
        const reports = new Chart(app, 'reports', { namespace: 'reports' });
        new StatefulMongo(reports, 'mongo');
        new DataApi(reports, 'api', { image, env: { MONGO_URL: mongo.url() } });
      }),
    );
    expect(problem).toBe(
      'reports/api · env.MONGO_URL: needs a copy of the Secret mongo-secrets of another namespace, and here reports/mongo has one of that name. Expected databases with different names where one namespace uses both. Fix: give one of the two another id.',
    );
  });

  test('names and namespaces are refused in the shape of all other mistakes', () => {
    const problems = problemsOf(() =>
      synthesized((chart, app) => {
        new DataApi(chart, 'My_Api', { image });
        new DataApi(new Chart(app, 'nowhere'), 'api', { image });
        new DataApi(new Chart(app, 'there', { namespace: 'default' }), 'api', { image });
      }),
    );
    expect(problems.map((problem) => problem.slice(0, problem.indexOf('. Expected')))).toEqual([
      'orders/My_Api · id: is no name for an object of Kubernetes, got "My_Api"',
      'nowhere/api · namespace: is missing, got ""',
      'there/api · namespace: is a namespace of the cluster\'s own, got "default"',
    ]);
  });

  test('what cdk8s-plus refuses of itself is said without a stack trace', () => {
    const problems = problemsOf(() => synthesized((chart) => new kplus.Deployment(chart, 'web', { containers: [] })));
    expect(problems).toEqual(['orders/web/Resource: PodSpec must have at least 1 container']);
  });

  test('a Secret with values is refused, unless somebody says why it may be', () => {
    const secret = (chart: Chart) => new kplus.Secret(chart, 'keys', { stringData: { token: 'hush' } });
    expect(() => synthesized(secret)).toThrow(
      /orders\/keys\S* · data: puts the values of the Secret \S+ into a manifest/,
    );
    expect(() => synthesized(secret)).not.toThrow('hush');
    expect(() => synthesized((chart) => allowSecret(secret(chart), 'a public test key'))).not.toThrow();
  });
});

function problemsOf(synth: () => unknown): readonly string[] {
  try {
    synth();
  } catch (error) {
    if (error instanceof SynthesisError) return error.problems;
    throw error;
  }
  return [];
}
