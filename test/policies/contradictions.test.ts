import { DataApi, EtlJob } from 'cdk8s-tandem';
import { problemsOf } from '../misuse/problems-of';
import { synthesized } from '../synthesis';

const image = 'ghcr.io/acme/a:1';
const api = (props: object) => problemsOf(() => synthesized((chart) => new DataApi(chart, 'api', { image, ...props })));
const job = (props: object) => problemsOf(() => synthesized((chart) => new EtlJob(chart, 'load', { image, ...props })));
const first = 'orders/api/deployment · spec/template/spec/containers/0';
const volume = { volumes: [{ name: 'a', emptyDir: {} }] };
const mount = (rest: object) => ({ ...volume, volumeMounts: [{ name: 'a', mountPath: '/srv', ...rest }] });

test.each<[object, string]>([
  [mount({ subPath: '../a' }), `${first}/volumeMounts/1/subPath: leads out of the volume, got "../a"`],
  [mount({ subPath: 'a', subPathExpr: 'b' }), `${first}/volumeMounts/1/subPathExpr: says what subPath says otherwise`],
  [
    mount({ mountPropagation: 'Bidirectional' }),
    `${first}/volumeMounts/1/mountPropagation: is for privileged containers`,
  ],
  [
    { container: { securityContext: { privileged: true } } },
    `${first}/securityContext/allowPrivilegeEscalation: is no, and the container has every right already`,
  ],
  [
    { container: { securityContext: { capabilities: { add: ['CAP_SYS_ADMIN'] } } } },
    `${first}/securityContext/allowPrivilegeEscalation: is no, and the container has every right already`,
  ],
  [{ container: { env: [{ name: '' }] } }, `${first}/env/0/name: is no name of a variable, got ""`],
  [
    { container: { env: [{ name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] } },
    `${first}/env/0/valueFrom: stands beside a value`,
  ],
  [
    { container: { ports: [{ name: 'http', containerPort: 8000 }, { containerPort: 70_000 }] } },
    `${first}/ports/1/containerPort: is above 65535, got 70000`,
  ],
  [
    { container: { lifecycle: { preStop: null, postStart: {} } } },
    `${first}/lifecycle/postStart: is not one way to ask`,
  ],
  [
    { container: { resources: { claims: [{ name: 'gpu' }] } } },
    `${first}/resources/claims/0/name: is no claim of the pod`,
  ],
  [
    { pod: { terminationGracePeriodSeconds: 7 } },
    `${first}/lifecycle/preStop/sleep/seconds: is more than the pod has to end, got 10`,
  ],
  [
    { containers: [{ name: 'b', image, ports: [{ containerPort: 8000 }] }] },
    'containers/1/ports/0: is there twice in the pod',
  ],
  [
    { containers: [{ name: 'b', image, ports: [{ containerPort: 8000, protocol: '' }] }] },
    'containers/1/ports/0: is there twice in the pod',
  ],
  [
    { container: { imagePullPolicy: 'Sometimes' } },
    `${first}/imagePullPolicy: is none of what it may be, got "Sometimes"`,
  ],
  [{ pod: { dnsConfig: { nameservers: ['a'] } } }, 'dnsConfig/nameservers/0: is no address, got "a"'],
  [{ container: { envFrom: [{}] } }, `${first}/envFrom/0: names no source, or two, got {}`],
  [{ container: { securityContext: { runAsUser: -1 } } }, `${first}/securityContext/runAsUser: is below 0, got -1`],
  [
    { pod: { tolerations: [{ key: 'a', operator: 'In' }] } },
    'spec/template/spec/tolerations/0/operator: is none of what it may be',
  ],
  [
    { pod: { restartPolicy: 'OnFailure' } },
    'spec/template/spec/restartPolicy: is none that a Deployment may have, got "OnFailure"',
  ],
  [{ pod: { runtimeClassName: 'A' } }, 'spec/template/spec/runtimeClassName: is no name in DNS, got "A"'],
  [
    { volumes: [{ name: 'a', emptyDir: {}, configMap: { name: 'c' } }] },
    'spec/template/spec/volumes/1: has several sources',
  ],
  [
    { volumes: [{ name: 'a', configMap: { name: 'c', items: [{ key: 'a', path: '/a' }] } }] },
    'spec/template/spec/volumes/1/configMap/items/0/path: is no path of a file in the volume, got "/a"',
  ],
  [
    { initContainers: [{ name: 'first', image, livenessProbe: { exec: { command: ['true'] } } }] },
    'spec/template/spec/initContainers/0/livenessProbe: is for containers that keep running',
  ],
])('%j is refused', (props, said) => {
  expect(api(props)).toEqual([expect.stringContaining(said)]);
});

test('a Job with a podFailurePolicy ends with its pod', () => {
  expect(job({ pod: { restartPolicy: 'OnFailure' } })).toEqual([
    'orders/load/job · spec/template/spec/restartPolicy: is none that a Job may have with a podFailurePolicy, got "OnFailure". Expected Never. Fix: leave it out.',
  ]);
  expect(job({ pod: { restartPolicy: 'OnFailure' }, podFailurePolicy: 'none' })).toEqual([]);
});

test.each([
  mount({ subPath: 'a..b/.c' }),
  { container: { securityContext: { privileged: true, allowPrivilegeEscalation: true } } },
  { container: { securityContext: { capabilities: { add: ['SYS_ADMIN'] } } } },
  { container: { lifecycle: { preStop: { sleep: null, exec: { command: ['a'] } } } } },
  {
    initContainers: [
      { name: 'beside', image, restartPolicy: 'Always', livenessProbe: { exec: { command: ['true'] } } },
    ],
  },
])('%j is taken', (props) => {
  expect(api(props)).toEqual([]);
});
