import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import {
  DataApi,
  EtlCronJob,
  ExternalSecret,
  existing,
  Peer,
  SealedSecret,
  StatefulMongo,
  TandemApp,
  tandem,
  type WorkloadPolicy,
} from 'cdk8s-tandem';
import { Construct } from 'constructs';
import { filesIn, inFolder, synthesized, written } from '../synthesis';
import { problemsOf } from './problems-of';

const image = 'ghcr.io/acme/api:1.2.3';
const anApi = (app: App, id = 'api', chart = 'orders') =>
  new DataApi(new Chart(app, chart, { namespace: 'orders' }), id, { image });

describe('an app of nothing', () => {
  const nothing =
    'the app · charts: yield no object at all. Expected a Chart with a construct in it. Fix: make them before synth() is called: new DataApi(new Chart(app, …), …).';

  test.each([
    ['without a chart', () => {}],
    ['with a chart that is empty', (app: App) => void new Chart(app, 'orders')],
  ])('%s is refused, and what an earlier synth wrote stays', (_, define) => {
    inFolder((folder) => {
      written(folder, (app) => anApi(app));
      const before = filesIn(folder);
      expect(problemsOf(() => written(folder, define))).toEqual([nothing]);
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test('of plain cdk8s is refused, too', () => {
    expect(problemsOf(() => tandem(new App()).synth())).toEqual([nothing]);
  });
});

describe('two apps of one program', () => {
  const two = (folder: string, props: object) => {
    written(folder, (app) => anApi(app), { outdir: join(folder, 'dist/test') });
    const before = filesIn(folder);
    const problems = problemsOf(() => written(folder, (app) => anApi(app, 'web', 'shop'), props));
    return { problems, changed: JSON.stringify(filesIn(folder)) !== JSON.stringify(before) };
  };

  test.each([
    ['another output folder', { outdir: 'dist/live' }],
    ['other charts', {}],
  ])('with %s do not write one Compose file', (_, props) => {
    inFolder((folder) => {
      expect(two(folder, 'outdir' in props ? { outdir: join(folder, props.outdir) } : {})).toEqual({
        problems: [
          `${join(folder, 'compose.yaml')} · compose: is written by another app of this program, and this one would write over it. Expected one app for a Compose file. Fix: make one app of both, or give one a folder of its own, new TandemApp({ projectRoot: … }), or none: { compose: false }.`,
        ],
        changed: false,
      });
    });
  });

  test.each([
    ['a folder of its own', (folder: string) => ({ projectRoot: join(folder, 'shop') })],
    ['no Compose file', () => ({ compose: false })],
  ])('may be written when one has %s', (_, props) => {
    inFolder((folder) => expect(two(folder, props(folder)).problems).toEqual([]));
  });
});

describe('two apps of one program with one output folder', () => {
  const stages = (folder: string, stage: string, outdir = 'dist') =>
    written(
      folder,
      (app) => new DataApi(new Chart(app, 'orders', { namespace: `orders-${stage}` }), 'api', { image }),
      { compose: false, outdir: join(folder, outdir) },
    );

  test('do not write one file over the other', () => {
    inFolder((folder) => {
      stages(folder, 'staging');
      const before = filesIn(folder);
      expect(problemsOf(() => stages(folder, 'live'))).toEqual([
        `${join(folder, 'dist/0000-namespaces.k8s.yaml')} · outdir: is written by another app of this program, and this one would write over it. Expected a folder for each app whose charts have one id. Fix: give one a folder of its own, new TandemApp({ outdir: 'dist/staging' }), or make one app of both.`,
      ]);
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test('may write two folders, and the same twice', () => {
    inFolder((folder) => {
      stages(folder, 'staging');
      expect(problemsOf(() => stages(folder, 'staging'))).toEqual([]);
      expect(problemsOf(() => stages(folder, 'live', 'live'))).toEqual([]);
    });
  });
});

describe('what a policy is called with', () => {
  const policyOf = (call: (policy: WorkloadPolicy) => void) =>
    problemsOf(() => synthesized((chart) => call(new DataApi(chart, 'api', { image }).policy)));

  test.each([undefined, null, 3, {}])('admit(%j) is refused', (peer) => {
    expect(policyOf((policy) => policy.admit(peer as never))).toEqual([
      expect.stringMatching(/^orders\/api · policy\.admit: is no Peer, got .*\. Expected Peer\.namespace/),
    ]);
  });

  test('a peer is checked as in allowFrom', () => {
    expect(policyOf((policy) => policy.admit(Peer.namespace('My Team')))).toEqual([
      expect.stringMatching(/^orders\/api · policy\.admit\.namespace: is no name of a namespace, got "My Team"/),
    ]);
  });

  test.each([undefined, null, 'mongo', {}])('connectTo(%j) is refused', (server) => {
    expect(policyOf((policy) => policy.connectTo(server as never))).toEqual([
      expect.stringMatching(
        /^orders\/api · policy\.connectTo: is no policy of a workload, got .*\. Fix: write the one/,
      ),
    ]);
  });
});

test('mistakes are told as their constructs follow each other, whoever found them', () => {
  const problems = problemsOf(() =>
    synthesized((chart) => {
      new DataApi(chart, 'one', { image, containers: [{ name: 'one', image }] });
      new DataApi(chart, 'two', { image: 'x:1', replicas: -1 }).policy.admit(undefined as never);
      new DataApi(chart, 'three', { image, local: { publish: [{ port: 'htp', hostPort: 8080 }] } });
      new DataApi(chart, 'four', { image, replicas: 0 });
    }),
  );
  expect(problems.map((problem) => problem.split(':', 1).join(''))).toEqual([
    'orders/one/deployment · containers',
    'orders/two · replicas',
    'orders/two · policy.admit',
    'orders/three/deployment · local.publish[0].port',
    'orders/four · replicas',
  ]);
});

describe('a construct outside a chart', () => {
  const makers: readonly (readonly [string, (scope: Construct) => unknown])[] = [
    ['DataApi', (scope) => new DataApi(scope, 'x', { image })],
    ['EtlCronJob', (scope) => new EtlCronJob(scope, 'x', { image, schedule: '15 2 * * *', timeZone: 'Etc/UTC' })],
    ['StatefulMongo', (scope) => new StatefulMongo(scope, 'x')],
    ['ExternalSecret', (scope) => new ExternalSecret(scope, 'x', { secretStoreRef: { name: 'vault' }, data: {} })],
    ['SealedSecret', (scope) => new SealedSecret(scope, 'x', { encryptedData: {} })],
  ];
  test.each(makers)('%s is refused at once', (_, make) => {
    const problem = (path: string, got: string) =>
      `${path} · scope: is outside any chart, got ${got}. Expected a Chart, or a construct in one. Fix: make it in a chart: new Chart(app, 'orders', { namespace: 'orders' }).`;
    expect(problemsOf(() => make(new TandemApp()))).toEqual([problem('x', 'an instance of TandemApp')]);
    expect(problemsOf(() => make(new Construct(new TandemApp(), 'part')))).toEqual([
      problem('part/x', 'an instance of Construct'),
    ]);
  });
});

describe('what leads to a workload of another app', () => {
  const other = () => new StatefulMongo(new Chart(new TandemApp(), 'data', { namespace: 'orders' }), 'mongo');
  const problem = (prop: string) =>
    `orders/api · ${prop}: leads to data/mongo, which is of another app. Expected a workload of this app. Fix: make both in one app; for what another app makes write its address as text, with egress: [Egress.to(…)].`;

  test.each([['env', { env: { MONGO_URL: other().url() } }, 'env.MONGO_URL']])('in %s is refused', (_, props, prop) => {
    expect(problemsOf(() => synthesized((chart) => new DataApi(chart, 'api', { image, ...props })))).toEqual([
      problem(prop),
    ]);
  });

  test('by connectTo is refused, and the other app is not opened', () => {
    const server = other();
    const before = server.policy.networkPolicy.toJson();
    const problems = problemsOf(() => synthesized((chart) => new DataApi(chart, 'api', { image }).connectTo(server)));
    expect(problems).toEqual([problem('connectTo')]);
    expect(server.policy.networkPolicy.toJson()).toEqual(before);
  });
});

describe('wiring in a circle', () => {
  const define = (chart: Chart) => {
    const one = new DataApi(chart, 'one', { image });
    const two = new DataApi(chart, 'two', { image, env: { ONE: one.url() } });
    one.connectTo(two);
    one.connectTo(one);
  };

  test('is allowed: each may call the other, and only one waits', () => {
    const { services } = synthesized(define).rendered.file;
    const waits = Object.entries(services).map(([name, { depends_on = {} }]) => [name, Object.keys(depends_on)]);
    expect(waits).toEqual([
      ['one', []],
      ['two', ['one']],
    ]);
    expect(services.one?.networks).toMatchObject({ one_two: {} });
    expect(services.two?.networks).toMatchObject({ one_two: {} });
  });
});

describe('synth twice', () => {
  test('writes the same bytes', () => {
    inFolder((folder) => {
      let again = () => {};
      written(folder, (app) => {
        new StatefulMongo(new Chart(app, 'orders', { namespace: 'orders' }), 'mongo');
        again = () => app.synth();
      });
      const before = filesIn(folder);
      jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      again();
      jest.restoreAllMocks();
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test('says a mistake once each time', () => {
    const app = new TandemApp();
    const chart = new Chart(app, 'orders', { namespace: 'orders' });
    new DataApi(chart, 'api', { image, replicas: -1, env: { KEY: existing('keys', 'key') } });
    const first = problemsOf(() => app.synth());
    expect(first).toHaveLength(1);
    expect(problemsOf(() => app.synth())).toEqual(first);
  });
});

describe('options that nobody knows', () => {
  const known =
    'Expected one of compose, check, projectRoot, namespaces, requireDigests, scannerAnnotations, imagePullPolicy, outdir, outputFileExtension, yamlOutputType, recordConstructMetadata, resolvers.';
  const problems = (props: unknown) =>
    problemsOf(() => {
      const app = new TandemApp(props as never);
      anApi(app);
      app.synthesized();
    });

  test('are refused with the nearest name, beside all other mistakes', () => {
    expect(problems({ comopse: false, replicas: 3, password: 'hunter2' })).toEqual([
      `app · comopse: is not known here, got false. ${known} Fix: did you mean compose?`,
      `app · replicas: is not known here, got 3. ${known} Fix: leave it out: what it names is not there.`,
      `app · password: is not known here. ${known} Fix: leave it out: what it names is not there.`,
    ]);
  });

  test.each([
    [{ compose: 'off' }, 'compose: is not true or false, got "off"'],
    [{ check: 1 }, 'check: is not true or false, got 1'],
    [{ namespaces: null }, 'namespaces: is not true or false, got null'],
    [{ requireDigests: Symbol('yes') }, 'requireDigests: is not true or false, got a symbol'],
    [{ scannerAnnotations: () => true }, 'scannerAnnotations: is not true or false, got a function'],
    [{ projectRoot: 3 }, 'projectRoot: is no path of a folder, got 3'],
    [{ projectRoot: '' }, 'projectRoot: is no path of a folder, got ""'],
    [{ outdir: 'a\0' }, 'outdir: is no path of a folder, got "a\\u0000"'],
    [{ yamlOutputType: 'FILE_PER_APP' }, 'yamlOutputType: is no YamlOutputType, got "FILE_PER_APP"'],
    [{ outputFileExtension: '/x.yaml' }, 'outputFileExtension: is no end of the name of a file, got "/x.yaml"'],
    [null, 'props: is not an object of names and values, got null'],
    ['dist', 'props: is not an object of names and values, got "dist"'],
  ])('so is a wrong value: %j', (props, told) => {
    expect(problems(props)).toEqual([expect.stringMatching(/^app · [^\n]+: [^\n]+ Expected [^\n]+ Fix: /)]);
    expect(problems(props)[0]?.startsWith(`app · ${told}. Expected `)).toBe(true);
  });

  test('a class of your own may have props of its own, and misspell none of ours', () => {
    class Platform extends TandemApp {}
    const told = (props: object) => {
      const app = new Platform(props);
      anApi(app);
      return problemsOf(() => app.synthesized());
    };
    expect(told({ team: 'data', outdir: 'dist' })).toEqual([]);
    expect(told({ team: 'data', comopse: false })).toEqual([
      `app · comopse: is not known here, got false. ${known} Fix: did you mean compose?`,
    ]);
  });

  test('what cdk8s knows is taken, and is told to the App alone', () => {
    const app = new App({ outdir: 'a' });
    anApi(app);
    expect(problemsOf(() => tandem(app, { outdir: 'b', nmaespaces: false } as never).synth())).toEqual([
      `app · nmaespaces: is not known here, got false. ${known} Fix: did you mean namespaces?`,
      'app · outdir: is an option of the App itself, got "b". Expected where the App is made. Fix: new App({ outdir: … }).',
    ]);
    const taken = {
      outdir: 'a',
      outputFileExtension: '.yaml',
      yamlOutputType: 0,
      recordConstructMetadata: true,
      resolvers: [],
    };
    expect(problems(taken)).toEqual([]);
  });
});
