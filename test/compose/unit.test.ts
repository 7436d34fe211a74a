import type { Service } from '../../lib/compose/compose-file';
import { anyContainer, deployment } from '../workloads/manifests';
import { composeOf, eachOf } from './tandem';

const named = (name: string, more: object = {}) => ({ ...anyContainer, name, ...more });
const sidecar = (name: string) => named(name, { restartPolicy: 'Always' });

/** The services of a Deployment `api`, and whose network each is on. */
function networks(pod: object): Readonly<Record<string, unknown>> {
  const { services } = composeOf([deployment('api', pod)]);
  const network = ({ network_mode, networks }: Service) => network_mode ?? Object.keys(networks ?? {});
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, network(service)]));
}

test('a pod of one container is one service, called as its owner, whatever the container is called', () => {
  expect(networks({ containers: [named('something')] })).toEqual({ api: ['open'] });
});

test('each further container is called after the owner and itself, and shares the network of the first', () => {
  expect(networks({ containers: [named('server'), named('exporter'), named('tail')] })).toEqual({
    api: ['open'],
    'api-exporter': 'service:api',
    'api-tail': 'service:api',
  });
});

test('an init container has a network of its own: the one that the others share is not there yet', () => {
  expect(networks({ initContainers: [named('wait'), named('migrate')], containers: [named('server')] })).toEqual({
    'api-wait': ['open'],
    'api-migrate': ['open'],
    api: ['open'],
  });
});

test('the first sidecar holds the network: it starts before the main container and outlives it', () => {
  const pod = { initContainers: [sidecar('proxy'), sidecar('agent')], containers: [named('server'), named('tail')] };
  expect(networks(pod)).toEqual({
    'api-proxy': ['open'],
    'api-agent': 'service:api-proxy',
    api: 'service:api-proxy',
    'api-tail': 'service:api-proxy',
  });
});

test('an init container after a sidecar reaches it on localhost, one before it does not', () => {
  const pod = { initContainers: [named('first'), sidecar('proxy'), named('second')], containers: [named('server')] };
  expect(networks(pod)).toEqual({
    'api-first': ['open'],
    'api-proxy': ['open'],
    'api-second': 'service:api-proxy',
    api: 'service:api-proxy',
  });
});

test('the services of a pod stand in the order of their start', () => {
  const pod = { containers: [named('server'), named('tail')], initContainers: [named('wait'), sidecar('proxy')] };
  expect(Object.keys(networks(pod))).toEqual(['api-wait', 'api-proxy', 'api', 'api-tail']);
});

test('a guest of a network has no ports, names, host name and hosts of its own: they are those of the network', () => {
  const pod = {
    hostname: 'api-host',
    hostAliases: [{ ip: '10.0.0.1', hostnames: ['legacy'] }],
    containers: [named('server', { ports: [{ containerPort: 8000 }] }), named('tail')],
  };
  const file = composeOf([deployment('api', pod)], { api: { publish: 8000 } });
  expect(eachOf(file, 'hostname')).toEqual({ api: 'api-host', 'api-tail': undefined });
  expect(eachOf(file, 'extra_hosts')).toEqual({ api: ['legacy=10.0.0.1'], 'api-tail': undefined });
  expect(eachOf(file, 'networks')).toEqual({ api: { open: {} }, 'api-tail': undefined });
  expect(eachOf(file, 'ports')['api-tail']).toBeUndefined();
});
