import { SynthesisError } from 'cdk8s-tandem';
import { anyContainer, configMap, deployment, type KubeObject } from '../workloads/manifests';
import { type Laptop, tandemOf } from './tandem';

const listening = { containers: [{ ...anyContainer, ports: [{ containerPort: 8000 }] }] };
const withTail = { containers: [anyContainer, { ...anyContainer, name: 'tail' }] };

function problems(objects: readonly KubeObject[], laptop: Laptop = {}): readonly string[] {
  try {
    tandemOf(objects, laptop);
  } catch (error) {
    if (error instanceof SynthesisError) return error.problems;
    throw error;
  }
  return [];
}

test('two services of a name are refused: one would be lost', () => {
  expect(problems([deployment('api', withTail), deployment('api-tail')])).toEqual([
    'orders/deployment-orders-api-tail · name: becomes a Compose service that orders/deployment-orders-api is already, got "api-tail". Expected names of workloads that are not also the name of a container of another, as in <workload>-<container>. Fix: give one of the two another id.',
  ]);
});

test('the one-shot that gives the volumes to their group is a service, too', () => {
  const claims = {
    securityContext: { fsGroup: 5 },
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    containers: [{ ...anyContainer, volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
  };
  expect(problems([deployment('api', claims), deployment('api-volumes')])).toHaveLength(1);
});

test('two that publish one port of the laptop are refused', () => {
  const both = [deployment('api', listening), deployment('web', listening)];
  expect(problems(both, { api: { publish: 8080 }, web: { publish: 8080 } })).toEqual([
    'orders/deployment-orders-web · local.publish: is published by orders/deployment-orders-api too, got 8080. Expected a port of this machine for each. Fix: choose another port for one of the two.',
  ]);
  expect(problems(both, { api: { publish: 8080 }, web: { publish: 8081 } })).toEqual([]);
});

test('a port of the laptop that leads to none of the pod is refused', () => {
  expect(problems([deployment('api')], { api: { publish: 8080 } })).toEqual([
    'orders/deployment-orders-api · local.publish: is given to a workload that listens on no port, got 8080. Expected a container with a port. Fix: declare the port of the container, or say it: [{ port: 8000, hostPort: 8080 }].',
  ]);
});

test('one port of the laptop that leads to two of a pod is refused', () => {
  const ports = [{ containerPort: 8000 }, { containerPort: 9090 }];
  const pod = deployment('api', { containers: [{ ...anyContainer, ports }] });
  const publish = [
    { port: 8000, hostPort: 8080 },
    { port: 9090, hostPort: 8080 },
  ];
  expect(problems([pod], { api: { publish } })).toEqual([
    'orders/deployment-orders-api · local.publish: is published by orders/deployment-orders-api too, got 8080. Expected a port of this machine for each. Fix: choose another port for one of the two.',
  ]);
});

test('two ports that one variable would change are refused', () => {
  const ports = [{ containerPort: 8000 }, { name: 'metrics', containerPort: 9090 }];
  const both = [deployment('api', { containers: [{ ...anyContainer, ports }] }), deployment('api-metrics', listening)];
  const publish = [{ port: 'metrics', hostPort: 9090 }];
  expect(problems(both, { api: { publish }, 'api-metrics': { publish: 9091 } })).toEqual([
    'orders/deployment-orders-api-metrics · local.publish: would be changed by ${API_METRICS_PORT}, as is a port of orders/deployment-orders-api, got 9091. Expected each port of a pod once, and a variable for each. Fix: leave one of the two out, or give one of the workloads another id.',
  ]);
});

test('a mistake that each container of a pod has is said once', () => {
  const both = [deployment('api'), deployment('worker', withTail)];
  expect(problems(both, { api: { build: './api' }, worker: { build: './worker' } })).toHaveLength(1);
});

test('one image that two would build otherwise is refused: who comes second would win', () => {
  const both = [deployment('api'), deployment('worker')];
  expect(problems(both, { api: { build: './api' }, worker: { build: './worker' } })).toEqual([
    'orders/deployment-orders-worker · local.build: builds the image acme/api:1 otherwise than orders/deployment-orders-api does, got "./worker". Expected one build of an image. Fix: give both the same build, or one of them another image.',
  ]);
  expect(problems(both, { api: { build: './api' }, worker: { build: 'api/' } })).toEqual([]);
});

const keyed = (key: string) => {
  const pod = {
    volumes: [{ name: 'conf', configMap: { name: 'conf', items: [{ key, path: 'a' }] } }],
    containers: [{ ...anyContainer, volumeMounts: [{ name: 'conf', mountPath: '/conf' }] }],
  };
  return problems([deployment('api', pod), configMap('conf', { [key]: 'x' })]);
};

test.each(['../../etc', '..', 'a//b'])('a key %j that would lie outside its folder is refused', (key) => {
  expect(keyed(key)).toEqual([
    `./.tandem/configs/conf/${key} · name: would lie outside its folder. Expected names of Secrets and ConfigMaps, and keys, of letters, digits, "-", "_" and ".". Fix: correct the name or the key.`,
    `orders/configmap-orders-conf · data: is no key of a ConfigMap or a Secret, got ${JSON.stringify(key)}. Expected letters, digits, "-", "_" and ".". Fix: correct the key.`,
  ]);
});

test('so is a key without a letter, which is not there for the pod either', () => {
  expect(keyed('').map((line) => line.split(' Expected ', 1).join())).toEqual([
    './.tandem/configs/conf/ · name: would lie outside its folder.',
    'orders/deployment-orders-api · spec/template/spec/volumes/0/configMap/items/0/key: is missing, got "".',
    'orders/configmap-orders-conf · data: is no key of a ConfigMap or a Secret, got "".',
  ]);
});

test('all are told at once', () => {
  const objects = [deployment('api', withTail), deployment('api-tail'), deployment('web')];
  expect(problems(objects, { web: { publish: 1 } })).toHaveLength(2);
});
