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

  test('of a Secret that nobody here makes is left unread: its keys are not known', () => {
    const container = { envFrom: [{ secretRef: { name: 'keys', optional: true }, prefix: 'X_' }] };
    expect(envOf(container)).toEqual({});
    expect(unreadOf(container)).toEqual([
      'envFrom/0/prefix',
      'envFrom/0/secretRef/name',
      'envFrom/0/secretRef/optional',
    ]);
  });

  test('of a Secret that the app makes has its keys, each once', () => {
    const made = object('v1', 'Secret', 'keys', { data: { A: 'b2xk', B: 'Yg==' }, stringData: { A: 'new' } });
    const container = {
      envFrom: [{ secretRef: { name: 'keys' }, prefix: 'X_' }],
      env: [{ name: 'C', value: '<$(X_A)>' }],
    };
    const key = (key: string, value: string) => ({ from: 'secret', namespace: 'orders', name: 'keys', key, value });
    expect(envOf(container, made)).toEqual({
      X_A: [key('A', 'new')],
      X_B: [key('B', 'b')],
      C: ['<', key('A', 'new'), '>'],
    });
    expect(unreadOf(container, made)).toEqual([]);
  });

  test('takes text alone of a ConfigMap: its bytes are for files', () => {
    const bytes = object('v1', 'ConfigMap', 'bytes', { data: { A: 'a' }, binaryData: { B: '/wA=' } });
    expect(envOf({ envFrom: [{ configMapRef: { name: 'bytes' } }] }, bytes)).toEqual({ A: ['a'] });
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
      'env/0/name',
      'env/0/valueFrom/configMapKeyRef/key',
      'env/0/valueFrom/configMapKeyRef/name',
    ]);
  });
});

describe('a key that need not be there', () => {
  const optional = (source: string, name: string) => [
    { name: 'LEVEL', valueFrom: { [source]: { name, key: 'NONE', optional: true } } },
  ];
  const secret = object('v1', 'Secret', 'keys', { stringData: { a: 'b' } });

  test.each([
    ['configMapKeyRef', 'settings'],
    ['configMapKeyRef', 'elsewhere'],
    ['secretKeyRef', 'keys'],
    ['secretKeyRef', 'elsewhere'],
  ])('and is not: %s of %s gives no variable, and one before it stays', (source, name) => {
    const env = optional(source, name);
    expect(envOf({ env }, settings, secret)).toEqual({});
    expect(envOf({ env, envFrom: [from({})] }, settings, secret).LEVEL).toEqual(['info']);
  });

  test('and is, is its value', () => {
    const env = [
      { name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'LEVEL', optional: true } } },
      { name: 'B', valueFrom: { secretKeyRef: { name: 'keys', key: 'a', optional: true } } },
    ];
    expect(envOf({ env }, settings, secret)).toMatchObject({ A: ['info'], B: [{ key: 'a', value: 'b' }] });
    expect(unreadOf({ env }, settings, secret)).toEqual([
      'env/0/valueFrom/configMapKeyRef/optional',
      'env/1/valueFrom/secretKeyRef/optional',
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

  test('that it does not say is empty, as for a kubelet', () => {
    const env = [field("metadata.labels['none']"), { ...field('spec.serviceAccountName'), name: 'ACCOUNT' }];
    expect(envOf({ env })).toEqual({ X: [], ACCOUNT: ['default'] });
  });

  test('that the controller of a StatefulSet adds is known', () => {
    const fields = [
      "metadata.labels['apps.kubernetes.io/pod-index']",
      "metadata.labels['statefulset.kubernetes.io/pod-name']",
    ];
    const env = fields.map((path, index) => ({ ...field(path), name: `V${index}` }));
    const [container] = workloadOf(statefulSet('mongo', {}, { containers: [{ name: 'a', image: 'a', env }] })).pod
      .containers;
    expect(container?.env.map(({ value, near }) => [value, near])).toEqual([
      [['0'], undefined],
      [['mongo-0'], undefined],
    ]);
  });

  test('that is its uid is made up, always the same, and another for each pod', () => {
    const env = [field('metadata.uid')];
    const uid = (name: string) =>
      workloadOf(deployment(name, { containers: [{ name: 'a', image: 'a', env }] })).pod.containers[0]?.env[0]?.value;
    expect(uid('api')).toEqual([expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)]);
    expect(uid('api')).toEqual(uid('api'));
    expect(uid('api')).not.toEqual(uid('web'));
  });

  const unknown = ['status.podIP', 'status.hostIPs', 'spec.nodeName', 'constructor'];
  test.each(unknown)('%s is left unread, and the variable left out', (fieldPath) => {
    const container = { envFrom: [from({})], env: [{ ...field(fieldPath), name: 'LEVEL' }] };
    expect(envOf(container)).toEqual({});
    expect(envOf(container, settings).LEVEL).toBeUndefined();
    expect(unreadOf(container, settings)).toEqual(['env/0/name', 'env/0/valueFrom/fieldRef/fieldPath']);
  });
});

describe('what a container may use', () => {
  const resources = {
    limits: { cpu: '1500m', memory: '100Mi' },
    requests: { cpu: '250m', memory: '50M', 'ephemeral-storage': '1Gi' },
  };
  const ask = (resource: string, divisor?: string, containerName?: string) => [
    {
      name: 'X',
      valueFrom: {
        resourceFieldRef: { resource, ...(divisor && { divisor }), ...(containerName && { containerName }) },
      },
    },
  ];

  // What a kubelet of 1.36 gave for the very same pod.
  test.each([
    ['limits.cpu', undefined, '2'],
    ['limits.cpu', '1m', '1500'],
    ['requests.cpu', undefined, '1'],
    ['requests.cpu', '0', '1'],
    ['requests.cpu', '1m', '250'],
    ['limits.memory', undefined, '104857600'],
    ['limits.memory', '1M', '105'],
    ['limits.memory', '1Gi', '1'],
    ['requests.memory', '1Mi', '48'],
    ['requests.ephemeral-storage', '1Mi', '1024'],
  ])('%s in parts of %s is %s', (resource, divisor, value) => {
    const env = ask(resource, divisor);
    expect(envOf({ env, resources })).toEqual({ X: [value] });
    expect(unreadOf({ env, resources }).filter((path) => path.startsWith('env'))).toEqual([]);
  });

  test('is what another container may use, where it names that', () => {
    const env = ask('limits.memory', '1Mi', 'tail');
    const tail = { name: 'tail', image: 'a', resources: { limits: { memory: '1Gi' } } };
    const pod = deployment('api', { containers: [{ name: 'a', image: 'a', env, resources }, tail] });
    expect(workloadOf(pod).pod.containers[0]?.env.map(({ value }) => value)).toEqual([['1024']]);
  });

  test('is requested as much as is the limit, or not at all', () => {
    expect(envOf({ env: ask('requests.cpu', '1m'), resources: { limits: { cpu: 1 } } })).toEqual({ X: ['1000'] });
    expect(envOf({ env: ask('requests.cpu', '1m') })).toEqual({ X: ['0'] });
  });

  test('without a limit is left unread: it is what a node has', () => {
    const env = ask('limits.cpu', '1m');
    expect(envOf({ env })).toEqual({});
    expect(unreadOf({ env })).toEqual([
      'env/0/name',
      'env/0/valueFrom/resourceFieldRef/divisor',
      'env/0/valueFrom/resourceFieldRef/resource',
    ]);
  });
});
