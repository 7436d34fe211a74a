import { DataApi, type DataApiProps } from 'cdk8s-tandem';
import { refusedObjects } from '../../lib/policies/refused-objects';
import { readManifests } from '../../lib/workloads/read-manifests';
import { problemsOf } from '../misuse/problems-of';
import { synthesized } from '../synthesis';
import { anyContainer, deployment, manifestsOf } from '../workloads/manifests';
import { refused } from './refused';

const image = 'ghcr.io/acme/api:1.2.3';
const problems = (props: Partial<DataApiProps>) =>
  problemsOf(() => synthesized((chart) => void new DataApi(chart, 'api', { image, ...props })));
const place = 'orders/api/deployment · spec/template/spec/containers/0';
const fix = 'write one of them, or add it to the ports of the container: container: { ports: […] }.';

test.each<[Partial<DataApiProps>, string]>([
  [{ livenessProbe: { httpGet: { path: '/live', port: 8001 } } }, 'livenessProbe/httpGet/port'],
  [{ readinessProbe: { tcpSocket: { port: 8001 } } }, 'readinessProbe/tcpSocket/port'],
  [{ startupProbe: { grpc: { port: 8001 } } }, 'startupProbe/grpc/port'],
  [{ lifecycle: { preStop: { httpGet: { path: '/', port: 8001 } as never } } }, 'lifecycle/preStop/httpGet/port'],
])('%j asks a port that nobody declares', (props, path) => {
  expect(problems(props)).toEqual([
    `${place}/${path}: is no port of the pod, got 8001. Expected one of 8000 (http). Fix: ${fix}`,
  ]);
});

test.each<[string, Partial<DataApiProps>]>([
  ['its own', { livenessProbe: { tcpSocket: { port: 8000 } } }],
  ['that of its metrics', { metrics: { port: 9090 }, livenessProbe: { tcpSocket: { port: 9090 } } }],
  [
    'one of another container',
    {
      containers: [{ name: 'proxy', image, ports: [{ containerPort: 9000 }] }],
      livenessProbe: { tcpSocket: { port: 9000 } },
    },
  ],
  [
    'one that is added',
    {
      container: { ports: [{ name: 'http', containerPort: 8000 }, { containerPort: 9000 }] },
      livenessProbe: { tcpSocket: { port: 9000 } },
    },
  ],
])('a probe may ask %s', (_, props) => {
  expect(problems(props)).toEqual([]);
});

test('a port by a name that no container has is told with those that there are', () => {
  expect(problems({ livenessProbe: { httpGet: { path: '/live', port: 'htp' } } })).toEqual([
    `${place}/livenessProbe/httpGet/port: has another shape than its kind, got "htp". Expected a number, or the name of a port of its container, such as http. Fix: correct the manifest.`,
  ]);
  expect(problems({ lifecycle: { preStop: { httpGet: { path: '/', port: 'htp' } as never } } })).toEqual([
    `${place}/lifecycle/preStop/httpGet/port: is no port of the pod, got "htp". Expected one of 8000 (http). Fix: ${fix}`,
  ]);
});

test('where no container declares a port, none is to be written', () => {
  const lifecycle = { preStop: { httpGet: { path: '/', port: 'http' } } };
  const manifests = manifestsOf(deployment('api', { containers: [{ ...anyContainer, lifecycle }] }));
  expect(refusedObjects(manifests, readManifests(manifests, []).workloads)).toEqual([
    {
      construct: 'chart/deployment-orders-api',
      prop: 'spec/template/spec/containers/0/lifecycle/preStop/httpGet/port',
      wrong: 'is no port of the pod',
      got: 'http',
      expected: 'a port that a container declares, and none declares one.',
      fix: 'add it to the ports of the container: container: { ports: […] }.',
    },
  ]);
});

test('a stranger may ask any number', () => {
  const container = { ...anyContainer, ports: [{ containerPort: 80 }], livenessProbe: { tcpSocket: { port: 81 } } };
  expect(refused(deployment('api', { containers: [container] }))).toEqual([]);
});
