import { ApiObject, Size } from 'cdk8s';
import { allowSecret, DataApi, existing, StatefulMongo } from 'cdk8s-tandem';
import { synthesized } from '../synthesis';
import { anyContainer, configMap, deployment, job, object, statefulSet } from '../workloads/manifests';
import { anyService, api, composeOf, serviceFor, tandemOf, toldOf } from './tandem';

const fromSecret = (key: string) => ({ secretKeyRef: { name: 'keys', key } });
const fromField = (fieldPath: string) => ({ fieldRef: { fieldPath } });

describe('what everybody may read', () => {
  test('stands in the file, as the process sees it', () => {
    const env = [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'WORKERS', value: '04' },
      { name: 'DEBUG', value: 'no' },
      { name: 'BANNER', value: 'one\ntwo' },
    ];
    expect(serviceFor({ env })).toEqual({
      ...anyService,
      environment: { LOG_LEVEL: 'info', WORKERS: '04', DEBUG: 'no', BANNER: 'one\ntwo' },
    });
  });

  test('an empty value is empty text: none at all would let in the value of the shell that runs Compose', () => {
    const env = [{ name: 'EMPTY', value: '' }, { name: 'NOTHING' }];
    expect(serviceFor({ env }).environment).toEqual({ EMPTY: '', NOTHING: '' });
  });

  test('$(NAME) is the value of a variable before it, $$ is one dollar, and no other dollar means anything', () => {
    const env = [
      { name: 'EARLY', value: '$(HOST)' },
      { name: 'HOST', value: 'db' },
      { name: 'URL', value: 'http://$(HOST):80/?a=$$(HOST)&b=$HOST&c=${HOST}&d=$' },
    ];
    expect(serviceFor({ env }).environment).toEqual({
      EARLY: '$(HOST)',
      HOST: 'db',
      URL: 'http://db:80/?a=$(HOST)&b=$HOST&c=${HOST}&d=$',
    });
  });

  test('the values of a ConfigMap are written out, under their prefix, and env wins', () => {
    const config = configMap('settings', { LEVEL: 'warn', ZONE: 'utc' });
    const container = {
      envFrom: [{ prefix: 'APP_', configMapRef: { name: 'settings' } }],
      env: [
        { name: 'APP_ZONE', value: 'cet' },
        { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'settings', key: 'LEVEL' } } },
      ],
    };
    expect(composeOf([api(container), config]).services.api?.environment).toEqual({
      APP_LEVEL: 'warn',
      APP_ZONE: 'cet',
      LEVEL: 'warn',
    });
  });

  test('what the pod says of itself is a constant', () => {
    const env = [
      { name: 'NAMESPACE', valueFrom: fromField('metadata.namespace') },
      { name: 'APP', valueFrom: fromField("metadata.labels['app']") },
    ];
    expect(serviceFor({ env }).environment).toEqual({ NAMESPACE: 'orders', APP: 'api' });
  });
});

describe("the pod's name", () => {
  const env = [{ name: 'POD', valueFrom: fromField('metadata.name') }];

  test('is that of the first pod of a StatefulSet', () => {
    const output = tandemOf([statefulSet('db', {}, { containers: [{ ...anyContainer, env }] })]);
    expect(output.rendered.file.services.db?.environment).toEqual({ POD: 'db-0' });
    expect(toldOf(output)).toEqual([]);
  });

  test('is that of the owner where each pod has another, and the difference is told', () => {
    const output = tandemOf([api({ env })]);
    expect(output.rendered.file.services.api?.environment).toEqual({ POD: 'api' });
    expect(toldOf(output)).toEqual([
      "containers/0/env/0/valueFrom/fieldRef/fieldPath: approximated: the name of the pod's owner: a pod of its kind has a name of its own each time",
    ]);
  });
});

describe('what holds a secret', () => {
  test('goes to a file that git never sees, and nowhere else', () => {
    const env = [
      { name: 'PASSWORD', valueFrom: fromSecret('password') },
      { name: 'URL', value: 'db://me:$(PASSWORD)@db?$$x=$y' },
      { name: 'PLAIN', value: 'p' },
    ];
    const { file, assets } = tandemOf([api({ env })]).rendered;
    const path = './.tandem/env/api.env';
    const password = { from: 'secret', namespace: 'orders', name: 'keys', key: 'password' };
    expect(file.services.api).toEqual({
      ...anyService,
      environment: { PLAIN: 'p' },
      env_file: [path],
    });
    expect(assets).toEqual([{ path, variables: { PASSWORD: [password], URL: ['db://me:', password, '@db?$x=$y'] } }]);
  });

  test('has a file for each container', () => {
    const secret = { ...anyContainer, env: [{ name: 'TOKEN', valueFrom: fromSecret('token') }] };
    const pod = { initContainers: [{ ...secret, name: 'migrate' }], containers: [secret, { ...secret, name: 'tail' }] };
    const { assets } = tandemOf([deployment('api', pod), job('load', pod)]).rendered;
    expect(assets.map(({ path }) => path)).toEqual([
      './.tandem/env/api-migrate.env',
      './.tandem/env/api.env',
      './.tandem/env/api-tail.env',
      './.tandem/env/load-migrate.env',
      './.tandem/env/load.env',
      './.tandem/env/load-tail.env',
    ]);
  });

  test('may have several lines', () => {
    const env = [
      { name: 'TOKEN', valueFrom: fromSecret('token') },
      { name: 'HEADERS', value: 'a: b\nauthorization: $(TOKEN)' },
    ];
    const output = tandemOf([api({ env })]);
    const token = { from: 'secret', namespace: 'orders', name: 'keys', key: 'token' };
    expect(output.rendered.assets).toEqual([
      { path: './.tandem/env/api.env', variables: { TOKEN: [token], HEADERS: ['a: b\nauthorization: ', token] } },
    ]);
    expect(toldOf(output)).toEqual([]);
  });

  test('is left out where it is no text, or has a name that such a file cannot have, and nobody excuses it', () => {
    const env = [
      { name: 'KEYSTORE', valueFrom: fromSecret('store') },
      { name: 'my token', valueFrom: { secretKeyRef: { name: 'other', key: 'token' } } },
    ];
    const output = synthesized((chart) => {
      const keys = new ApiObject(chart, 'keys', object('v1', 'Secret', 'keys', { data: { store: '/wA=' } }));
      allowSecret(keys, 'a test');
      new ApiObject(chart, 'api', api({ env }));
    });
    expect(output.rendered.assets).toEqual([]);
    expect(toldOf(output)).toEqual([
      'containers/0/env/0/valueFrom/secretKeyRef/key: dropped: a variable holds text, and the Secret has other bytes',
      'containers/0/env/1/valueFrom/secretKeyRef/key: dropped: a variable that holds a secret is called by letters, digits, "_", "." and "-"',
    ]);
  });

  test('a reference of ours is no different from one that a stranger wrote', () => {
    const { file, assets } = synthesized((chart) => {
      const mongo = new StatefulMongo(chart, 'mongo', { database: 'app', storage: Size.gibibytes(1) });
      const env = { MONGO_URL: mongo.url(), TOKEN: existing('keys', 'token') };
      new DataApi(chart, 'api', { image: 'acme/api:1', env });
    }).rendered;
    expect(file.services.api?.environment).toBeUndefined();
    const asset = assets.find(({ path }) => path === './.tandem/env/api.env');
    const shown = Object.entries(asset && 'variables' in asset ? asset.variables : {}).map(([name, text]) => [
      name,
      text.map((piece) => (typeof piece === 'string' ? piece : `<${piece.name}/${piece.key}>`)).join(''),
    ]);
    expect(Object.fromEntries(shown)).toEqual({
      MONGO_URL_PASSWORD: '<mongo-secrets/app-password>',
      MONGO_URL:
        'mongodb://app:<mongo-secrets/app-password>@mongo-0.mongo-headless.orders.svc.cluster.local:27017/app?replicaSet=rs0&authSource=app',
      TOKEN: '<keys/token>',
    });
  });
});
