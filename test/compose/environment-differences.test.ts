import { eachField } from '../differences/each-field';
import { anyContainer, configMap, deployment, type KubeObject, object, podTemplate } from '../workloads/manifests';
import { api, isNotOfTheTest, tandemOf } from './tandem';

/** The variables of a container, and of each leaf that differs what became of it, and why. */
function rendered(container: object, ...others: readonly KubeObject[]) {
  const output = tandemOf([api(container), ...others]);
  const told = eachField(output.differences)
    .filter(isNotOfTheTest)
    .map(({ field, became, reason, note }) => {
      return [field.toString().replace(/^spec\/template\/spec\/containers\/0\//, ''), `${became}: ${note ?? reason}`];
    });
  return { env: output.rendered.file.services.api?.environment, told: Object.fromEntries(told) };
}

const from = (valueFrom: object, name = 'X') => ({ env: [{ name, valueFrom }] });
const absent = 'dropped: a variable without a value here';
const settings = configMap('settings', { LEVEL: 'info' });

test.each(['status.podIP', 'status.podIPs', 'status.hostIP', 'status.hostIPs', 'spec.nodeName'])(
  'only a cluster knows %s',
  (fieldPath) => {
    expect(rendered(from({ fieldRef: { apiVersion: 'v1', fieldPath } }))).toEqual({
      told: {
        'env/0/name': absent,
        'env/0/valueFrom/fieldRef/apiVersion': 'dropped: the only version that there is',
        'env/0/valueFrom/fieldRef/fieldPath':
          'dropped: known when a cluster has given the pod an address and a node: nothing here knows it before',
      },
    });
  },
);

test('what the pod says of itself comes near where a cluster adds to it', () => {
  const at = (fieldPath: string) => rendered(from({ fieldRef: { fieldPath } }));
  expect(at("metadata.labels['none']")).toEqual({
    env: { X: '' },
    told: {
      'env/0/valueFrom/fieldRef/fieldPath': 'approximated: empty: no manifest says it, though a cluster may add it',
    },
  });
  expect(at('metadata.uid').told).toEqual({
    'env/0/valueFrom/fieldRef/fieldPath':
      'approximated: made up from the names of the pod: a cluster gives each pod one of its own',
  });
});

test('what a node has is no limit of the container', () => {
  expect(
    rendered(from({ resourceFieldRef: { containerName: 'main', resource: 'limits.memory', divisor: '1Mi' } })),
  ).toEqual({
    told: {
      'env/0/name': absent,
      'env/0/valueFrom/resourceFieldRef/containerName':
        'dropped: without a limit it is what a node has: a laptop is none',
      'env/0/valueFrom/resourceFieldRef/resource': 'dropped: without a limit it is what a node has: a laptop is none',
      'env/0/valueFrom/resourceFieldRef/divisor': 'dropped: without a limit it is what a node has: a laptop is none',
    },
  });
});

test('what another app makes is not known: a ConfigMap, or the keys of a Secret', () => {
  const unknown = 'dropped: nothing here makes the object: which variables it has is not known';
  const optional = 'dropped: whether a cluster starts the pod without it: Compose starts it either way';
  expect(rendered({ envFrom: [{ prefix: 'A_', secretRef: { name: 'keys', optional: true } }] })).toEqual({
    told: {
      'envFrom/0/prefix': unknown,
      'envFrom/0/secretRef/name': unknown,
      'envFrom/0/secretRef/optional': optional,
    },
  });
  expect(rendered({ envFrom: [{ configMapRef: { name: 'settings' } }] }).told).toEqual({
    'envFrom/0/configMapRef/name': unknown,
  });
  const config = 'dropped: nothing here makes the ConfigMap with that key: its value is not known';
  expect(rendered(from({ configMapKeyRef: { name: 'settings', key: 'LEVEL' } })).told).toEqual({
    'env/0/name': absent,
    'env/0/valueFrom/configMapKeyRef/name': config,
    'env/0/valueFrom/configMapKeyRef/key': config,
  });
});

test('a Secret that need not be there is not made up', () => {
  const secret = 'dropped: nothing here makes the Secret with that key, and it need not be there';
  expect(rendered(from({ secretKeyRef: { name: 'keys', key: 'token', optional: true } }))).toEqual({
    told: {
      'env/0/name': absent,
      'env/0/valueFrom/secretKeyRef/name': secret,
      'env/0/valueFrom/secretKeyRef/key': secret,
      'env/0/valueFrom/secretKeyRef/optional':
        'dropped: whether a cluster starts the pod without it: Compose starts it either way',
    },
  });
});

test('a key that the app itself should have made is a mistake, and nobody excuses it', () => {
  const { env, told } = rendered(from({ configMapKeyRef: { name: 'settings', key: 'LEVLE' } }), settings);
  expect(env).toBeUndefined();
  expect(told).toMatchObject({
    'env/0/valueFrom/configMapKeyRef/key': 'dropped: the app makes the object, without the key LEVLE',
  });
});

test('what refers to a variable that is left out is told, wherever it stands', () => {
  const env = [
    { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    { name: 'ADDRESS', value: 'tcp://$(IP):$(PORT)/$$(IP)' },
  ];
  const { env: variables, told } = rendered({ env, command: ['run', '$(IP)'], args: ['$$(IP)', '$(NOBODY)'] });
  const reason = 'approximated: with $(IP) as it is written: the variable IP is left out';
  expect(variables).toEqual({ ADDRESS: 'tcp://$(IP):$(PORT)/$(IP)' });
  expect(told).toMatchObject({ 'env/1/value': reason, 'command/1': reason });
  expect(Object.keys(told)).not.toContain('args/0');
  expect(Object.keys(told)).not.toContain('args/1');
});

test('Compose gives no variables for other services, and a text that needs one is told', () => {
  expect(rendered({ args: ['--db=$(DB_SERVICE_HOST):$(DB_SERVICE_PORT)'] }).told).toEqual({
    'args/0': 'dropped: $(DB_SERVICE_PORT) stays as it is written: Compose gives no variables for other services',
  });
});

test('a name that only Kubernetes from 1.34 on takes is told, at the key of the ConfigMap', () => {
  const { env, told } = rendered(
    { envFrom: [{ configMapRef: { name: 'odd' } }] },
    configMap('odd', { '1st': 'a', 'b.c': 'd' }),
  );
  expect(env).toEqual({ '1st': 'a', 'b.c': 'd' });
  expect(told).toEqual({
    'data/1st':
      'approximated: there under its name, as from Kubernetes 1.34 on: before, a name did not begin with a digit',
  });
});

test('a key that no container asks for is told, and a file that one writes for another', () => {
  const reference = { volumeName: 'v', path: 'env', key: 'A', optional: true };
  const { told } = rendered(from({ fileKeyRef: reference }), settings, deployment('web'));
  const reason = 'dropped: a file that a container before writes: Compose reads variables before it starts anything';
  expect(told).toEqual({
    'env/0/name': absent,
    'env/0/valueFrom/fileKeyRef/volumeName': reason,
    'env/0/valueFrom/fileKeyRef/path': reason,
    'env/0/valueFrom/fileKeyRef/key': reason,
    'env/0/valueFrom/fileKeyRef/optional': reason,
    'data/LEVEL': 'dropped: no container here asks for it',
  });
});

describe('a Job whose pods count themselves', () => {
  const job = (env: readonly object[], completionMode = 'Indexed') => {
    const template = podTemplate('load', { restartPolicy: 'Never', containers: [{ ...anyContainer, env }] });
    const output = tandemOf([object('batch/v1', 'Job', 'load', { spec: { completionMode, template } })]);
    const told = eachField(output.differences).filter(({ field }) => String(field) === 'spec/completionMode');
    return { env: output.rendered.file.services.load?.environment, told: told.map(({ became }) => became) };
  };

  test('runs here as the first of them', () => {
    expect(job([])).toEqual({ env: { JOB_COMPLETION_INDEX: '0' }, told: ['approximated'] });
    expect(job([{ name: 'A', value: 'n$(JOB_COMPLETION_INDEX)' }]).env).toMatchObject({ JOB_COMPLETION_INDEX: '0' });
  });

  test('keeps the index that it says itself', () => {
    expect(job([{ name: 'JOB_COMPLETION_INDEX', value: '7' }])).toEqual({
      env: { JOB_COMPLETION_INDEX: '7' },
      told: ['dropped'],
    });
  });

  test('knows it where it asks for the annotation', () => {
    const fieldPath = "metadata.annotations['batch.kubernetes.io/job-completion-index']";
    expect(job([{ name: 'I', valueFrom: { fieldRef: { fieldPath } } }]).env).toMatchObject({ I: '0' });
  });

  test('has none where they do not', () => {
    expect(job([], 'NonIndexed')).toEqual({ env: undefined, told: ['dropped'] });
  });
});
