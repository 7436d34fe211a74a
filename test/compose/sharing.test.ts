import { eachField } from '../differences/each-field';
import { anyContainer, deployment, service } from '../workloads/manifests';
import { anyService, composeOf, eachOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

const named = (name: string, more: object = {}) => ({ ...anyContainer, name, ...more });
const machine = 'that of the machine which runs Docker: on macOS and Windows a virtual one';
const { networks: _, ...onHost } = anyService;

describe('with the machine', () => {
  test('a pod shares what it asks for, and each says what that is here', () => {
    expect(serviceFor({}, { hostNetwork: true, hostPID: true, hostIPC: true })).toEqual({
      ...onHost,
      network_mode: 'host',
      pid: 'host',
      ipc: 'host',
    });
    expect(toldFor({}, { hostNetwork: true, hostPID: true, hostIPC: true })).toEqual([
      `hostNetwork: approximated: its network is ${machine}`,
      `hostPID: approximated: its processes are ${machine}`,
      `hostIPC: approximated: its shared memory is ${machine}`,
    ]);
  });

  test('it shares nothing by itself', () => {
    const pod = { hostNetwork: false, hostPID: false, hostIPC: false, shareProcessNamespace: false };
    expect(serviceFor({}, pod)).toEqual(anyService);
    expect(toldFor({}, pod)).toEqual([]);
  });

  test('all containers of a pod share its network, and it has no name of its own there', () => {
    const pod = { hostNetwork: true, hostname: 'api', containers: [named('main'), named('tail')] };
    const file = composeOf([deployment('api', pod), service('api', 'api')]);
    expect(eachOf(file, 'network_mode')).toEqual({ api: 'host', 'api-tail': 'host' });
    expect(eachOf(file, 'hostname')).toEqual({ api: undefined, 'api-tail': undefined });
    expect(file.networks).toEqual({});
  });

  test('names lead from the networks of the project to none on that of the machine', () => {
    const env = [{ name: 'URL', value: 'http://agent:80' }];
    const objects = [
      deployment('agent', { hostNetwork: true }),
      service('agent', 'agent'),
      deployment('api', { containers: [{ ...anyContainer, env }] }),
    ];
    expect(toldOf(tandemOf(objects))).toContain(
      'containers/0/env/0/value: dropped: the host name agent leads nowhere between the network of the machine and those of the project',
    );
  });
});

describe('with each other', () => {
  test('containers share the processes of the one that holds their network', () => {
    const pod = { shareProcessNamespace: true, containers: [named('main'), named('tail')] };
    expect(eachOf(composeOf([deployment('api', pod)]), 'pid')).toEqual({ api: undefined, 'api-tail': 'service:api' });
    expect(toldOf(tandemOf([deployment('api', pod)]))).toContain(
      'shareProcessNamespace: approximated: the first process is that of the first container: Compose has no pod of its own',
    );
  });

  test('a container whose network is that of another is without one when that has crashed', () => {
    const pod = { initContainers: [named('wait')], containers: [named('main'), named('tail')] };
    const told = eachField(tandemOf([deployment('api', pod)]).differences).map(
      ({ field, reason }) => `${field}: ${reason}`,
    );
    expect(told).toContain(
      'spec/template/spec/containers/1/name: its network is that of api, and is gone when that ends by itself',
    );
    expect(told.filter((line) => line.includes('its network'))).toHaveLength(1);
  });
});

test('containers beside the first have shared memory of their own, and a pod of one has nobody to share it with', () => {
  const told = (pod: object) =>
    eachField(tandemOf([deployment('api', pod)]).differences)
      .filter(({ reason }) => reason?.includes('shared memory'))
      .map(({ field }) => field.toString().replace('spec/template/spec/', ''));
  const [first, second] = [anyContainer, { ...anyContainer, name: 'beside' }];
  const [sidecar] = [{ ...anyContainer, name: 'proxy', restartPolicy: 'Always' }];
  expect(told({ containers: [first, second] })).toEqual(['containers/1/name']);
  expect(told({ containers: [first], initContainers: [{ ...anyContainer, name: 'before' }] })).toEqual([]);
  expect(told({ containers: [first], initContainers: [sidecar] })).toEqual(['initContainers/0/name']);
  expect(told({ containers: [first] })).toEqual([]);
});
