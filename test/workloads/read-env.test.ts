import { plain, type Text } from '../../lib/workloads/text';
import { configMap, containerOf, deployment, type KubeObject, object, statefulSet, workloadOf } from './manifests';

const settings = configMap('settings', { LEVEL: 'info', COST: '$(LEVEL)', ODD: '$$1' });
const from = (source: object) => ({ configMapRef: { name: 'settings' }, ...source });
const field = (fieldPath: string) => ({ name: 'X', valueFrom: { fieldRef: { fieldPath } } });

/** What each variable of the container is, among these other objects. */
function envOf(container: object, ...others: readonly KubeObject[]): Readonly<Record<string, Text>> {
  return Object.fromEntries(containerOf(container, {}, ...others).env.map(({ name, value }) => [name, value]));
}

/** Places of the container that nobody read. */
function unreadOf(container: object, ...others: readonly KubeObject[]): readonly string[] {
  const { field: read } = containerOf(container, {}, ...others);
  return read.unread().map((leaf) => leaf.path.slice(read.path.length).join('/'));
}

describe('envFrom', () => {
  test("takes each key of a ConfigMap, and Kubernetes' $ means nothing there", () => {
    expect(envOf({ envFrom: [from({})] }, settings)).toEqual({ COST: ['$(LEVEL)'], LEVEL: ['info'], ODD: ['$$1'] });
  });

  test('puts the prefix before each name', () => {
    expect(Object.keys(envOf({ envFrom: [from({ prefix: 'APP_' })] }, settings))).toEqual([
      'APP_COST',
      'APP_LEVEL',
      'APP_ODD',
    ]);
  });

  test('of two sources the last wins', () => {
    const other = configMap('other', { LEVEL: 'debug' });
    const envFrom = [from({}), { configMapRef: { name: 'other' } }];
    expect(envOf({ envFrom }, settings, other).LEVEL).toEqual(['debug']);
  });

  test('of a ConfigMap that nobody makes in the own namespace is left unread', () => {
    const container = { envFrom: [from({})] };
    const elsewhere = configMap('settings', { LEVEL: 'theirs' }, 'elsewhere');
    expect(envOf(container, elsewhere)).toEqual({});
    expect(unreadOf(container, elsewhere)).toEqual(['envFrom/0/configMapRef/name']);
    expect(unreadOf(container, settings)).toEqual([]);
  });

  test('of a Secret is left unread: nobody here knows its keys', () => {
    const container = { envFrom: [{ secretRef: { name: 'keys' } }] };
    expect(envOf(container)).toEqual({});
    expect(unreadOf(container)).toEqual(['envFrom/0/secretRef/name']);
  });
});

describe('env', () => {
  test('wins over envFrom', () => {
    expect(envOf({ envFrom: [from({})], env: [{ name: 'LEVEL', value: 'warn' }] }, settings).LEVEL).toEqual(['warn']);
  });

  test('of one name the last wins', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'A', value: '2-$(A)' },
    ];
    expect(envOf({ env })).toEqual({ A: ['2-1'] });
  });

  test('without a value is empty, and not the value that the laptop has', () => {
    expect(envOf({ env: [{ name: 'A' }, { name: 'B', value: '' }] })).toEqual({ A: [], B: [] });
  });

  test('refers to what was defined before, in envFrom too, and to nothing that comes later', () => {
    const env = [
      { name: 'EARLY', value: '$(LEVEL) $(LATE) $(NONE) $$(LEVEL)' },
      { name: 'LATE', value: '$(EARLY)!' },
    ];
    expect(envOf({ envFrom: [from({})], env }, settings)).toMatchObject({
      EARLY: ['info $(LATE) $(NONE) $(LEVEL)'],
      LATE: ['info $(LATE) $(NONE) $(LEVEL)!'],
    });
  });

  test('is what command and args refer to, wherever it stands', () => {
    const { command, args } = containerOf({
      command: ['serve', '--level=$(LEVEL)'],
      args: ['$(NONE)', '$$(LEVEL)', '$(LEVEL)$(LEVEL)', ''],
      env: [{ name: 'LEVEL', value: 'info' }],
    });
    expect(command?.map(plain)).toEqual(['serve', '--level=info']);
    expect(args?.map(plain)).toEqual(['$(NONE)', '$(LEVEL)', 'infoinfo', '']);
  });
});

describe('a key of a Secret', () => {
  const env = [
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'mongo', key: 'password' } } },
    { name: 'URL', value: 'mongodb://app:$(PASSWORD)@mongo/' },
  ];
  const password = { from: 'secret', namespace: 'orders', name: 'mongo', key: 'password' };

  test('is a piece of the text that it is part of', () => {
    expect(envOf({ env })).toEqual({ PASSWORD: [password], URL: ['mongodb://app:', password, '@mongo/'] });
    expect(containerOf({ env, args: ['--uri=$(URL)'] }).args).toEqual([['--uri=mongodb://app:', password, '@mongo/']]);
  });

  test("has its value where the app makes the Secret, and Kubernetes' $ means nothing in it", () => {
    const plainly = object('v1', 'Secret', 'mongo', { stringData: { password: '$(URL)' } });
    expect(envOf({ env }, plainly).PASSWORD).toEqual([{ ...password, value: '$(URL)' }]);
    const encoded = object('v1', 'Secret', 'mongo', { data: { password: 'w7E=' } });
    expect(envOf({ env }, encoded).PASSWORD).toEqual([{ ...password, value: 'ñ' }]);
  });
});

describe('a key of a ConfigMap', () => {
  const env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'COST' } } }];

  test("is its value, and Kubernetes' $ means nothing in it", () => {
    expect(envOf({ env }, settings)).toEqual({ A: ['$(LEVEL)'] });
    expect(unreadOf({ env }, settings)).toEqual([]);
  });

  test.each([[], [configMap('settings', { OTHER: '1' })]])('that nobody here makes is left unread', (...others) => {
    expect(envOf({ env }, ...others)).toEqual({});
    expect(unreadOf({ env }, ...others)).toEqual([
      'env/0/valueFrom/configMapKeyRef/key',
      'env/0/valueFrom/configMapKeyRef/name',
    ]);
  });
});

describe('a field of the pod', () => {
  const known: readonly (readonly [string, string])[] = [
    ['metadata.name', 'api'],
    ['metadata.namespace', 'orders'],
    ['spec.serviceAccountName', 'reader'],
    ["metadata.labels['app']", 'api'],
    ["metadata.annotations['acme.com/team']", 'data'],
  ];
  test.each(known)('%s is known here', (fieldPath, value) => {
    const spec = { serviceAccountName: 'reader', containers: [{ name: 'a', image: 'a', env: [field(fieldPath)] }] };
    const pod = deployment('api', spec, { annotations: { 'acme.com/team': 'data' } });
    const [container] = workloadOf(pod).pod.containers;
    expect(container?.env.map((variable) => variable.value)).toEqual([[value]]);
    expect(container?.field.unread()).toEqual([]);
  });

  test('that is its name is the stable one where it has one', () => {
    const spec = { containers: [{ name: 'a', image: 'a', env: [field('metadata.name')] }] };
    const [container] = workloadOf(statefulSet('mongo', {}, spec)).pod.containers;
    expect(container?.env[0]?.value).toEqual(['mongo-0']);
  });

  const unknown = ['status.podIP', 'spec.nodeName', 'metadata.uid', "metadata.labels['none']", 'constructor'];
  test.each(unknown)('%s is left unread, and the variable left out', (fieldPath) => {
    const container = { envFrom: [from({})], env: [{ ...field(fieldPath), name: 'LEVEL' }] };
    expect(envOf(container)).toEqual({});
    expect(envOf(container, settings).LEVEL).toBeUndefined();
    expect(unreadOf(container, settings)).toEqual(['env/0/valueFrom/fieldRef/fieldPath']);
  });

  test('as for what a container may use, is left unread too', () => {
    const container = { env: [{ name: 'X', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }] };
    expect(envOf(container)).toEqual({});
    expect(unreadOf(container)).toEqual(['env/0/valueFrom/resourceFieldRef/resource']);
  });
});
