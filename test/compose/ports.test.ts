import type { LocalOptions } from 'cdk8s-tandem';
import { serviceYaml } from '../../lib/compose/service-yaml';
import { anyContainer, deployment } from '../workloads/manifests';
import { composeOf, tandemOf, toldOf } from './tandem';

const ports = [{ name: 'http', containerPort: 8000 }, { containerPort: 8001 }, { containerPort: 53, protocol: 'UDP' }];
const exporter = { ...anyContainer, name: 'exporter', ports: [{ name: 'metrics', containerPort: 9090 }] };
const pod = deployment('data-api', { containers: [{ ...anyContainer, ports }, exporter] });
const portsFor = (publish: LocalOptions['publish']) =>
  composeOf([pod], { 'data-api': { publish } }).services['data-api']?.ports;

describe('a port of the laptop', () => {
  test('leads to the first port of the pod', () => {
    expect(portsFor(8080)).toEqual([{ variable: 'DATA_API_PORT', published: 8080, target: 8000 }]);
  });

  test('of several leads to the one that is named, each with a variable of its own', () => {
    const publish = [
      { port: 'http', hostPort: 8080 },
      { port: 'metrics', hostPort: 9090 },
      { port: 8001, hostPort: 8081 },
      { port: 53, hostPort: 5353 },
    ];
    expect(portsFor(publish)).toEqual([
      { variable: 'DATA_API_PORT', published: 8080, target: 8000 },
      { variable: 'DATA_API_METRICS_PORT', published: 9090, target: 9090 },
      { variable: 'DATA_API_8001_PORT', published: 8081, target: 8001 },
      { variable: 'DATA_API_53_PORT', published: 5353, target: 53, protocol: 'udp' },
    ]);
  });

  test('by its number is the same as by its name', () => {
    expect(portsFor([{ port: 9090, hostPort: 1 }])).toEqual(portsFor([{ port: 'metrics', hostPort: 1 }]));
  });

  test('by its number need not be declared: a container may listen on more', () => {
    expect(portsFor([{ port: 6060, hostPort: 6060 }])).toEqual([
      { variable: 'DATA_API_6060_PORT', published: 6060, target: 6060 },
    ]);
  });

  test('is on 127.0.0.1, and a variable can change it', () => {
    expect(serviceYaml('api', { ports: portsFor([{ port: 53, hostPort: 5353 }]) }, () => undefined)).toBe(
      "\n    ports: ['127.0.0.1:${DATA_API_53_PORT:-5353}:53/udp']\n",
    );
  });

  test('that is named by nothing of the pod is refused', () => {
    const publish = [{ port: 'metric', hostPort: 9090 }];
    expect(() => tandemOf([pod], { 'data-api': { publish } })).toThrow(
      'orders/deployment-orders-data-api · local.publish[0].port: is the name of no port of the pod, got "metric". Expected one of http, metrics. Fix: did you mean metrics?',
    );
    expect(() => tandemOf([deployment('api')], { api: { publish } })).toThrow(
      'got "metric". Expected a number: none of its ports has a name. Fix: write the number of the port.',
    );
  });

  test('carries the protocol, and the name goes on being nobody’s', () => {
    expect(toldOf(tandemOf([pod], { 'data-api': { publish: [{ port: 53, hostPort: 53 }] } }))).toEqual([
      'containers/0/ports/0/name: dropped: a name within the manifests: Compose has port numbers',
      'containers/1/ports/0/name: dropped: a name within the manifests: Compose has port numbers',
    ]);
  });
});
