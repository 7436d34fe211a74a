import type { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { DataApi, type DataApiProps, StatefulMongo } from 'cdk8s-tandem';
import { objectOf, serviceOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const apiWith = (props: Partial<DataApiProps>) => (chart: Chart) => void new DataApi(chart, 'api', { image, ...props });

function templateOf(props: Partial<DataApiProps>): k8s.PodTemplateSpec {
  const deployment = objectOf(synthesized(apiWith(props)), 'Deployment', 'api') as { spec: k8s.DeploymentSpec };
  return deployment.spec.template;
}

const hardened = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};

test('containers of yours are hardened as the main one, and their own words win field by field', () => {
  const exporter = { name: 'exporter', image: 'acme/exporter:1', securityContext: { readOnlyRootFilesystem: false } };
  const migrate = { name: 'migrate', image, command: ['migrate'] };
  const { spec } = templateOf({ containers: [exporter], initContainers: [migrate] });
  expect(spec).toMatchObject({
    containers: [
      { name: 'api' },
      { name: 'exporter', imagePullPolicy: 'Always', securityContext: { ...hardened, readOnlyRootFilesystem: false } },
    ],
    initContainers: [{ name: 'migrate', imagePullPolicy: 'Always', securityContext: hardened }],
  });
  const define = apiWith({ containers: [exporter], initContainers: [migrate] });
  expect(serviceOf(define, 'api-exporter')).toMatchObject({ cap_drop: ['ALL'], network_mode: 'service:api' });
  expect(serviceOf(define, 'api-exporter').read_only).toBeUndefined();
  expect(serviceOf(define, 'api-migrate').entrypoint).toEqual(['migrate']);
});

test('volumes and mounts of yours are beside the construct’s own, or take the place of the like-named', () => {
  const { spec } = templateOf({
    volumes: [
      { name: 'models', emptyDir: {} },
      { name: 'tmp', emptyDir: { medium: 'Memory' } },
    ],
    volumeMounts: [
      { name: 'models', mountPath: '/models' },
      { name: 'models', mountPath: '/tmp', subPath: 'tmp' },
    ],
  });
  expect(spec?.volumes).toEqual([
    { name: 'tmp', emptyDir: { medium: 'Memory' } },
    { name: 'models', emptyDir: {} },
  ]);
  expect(spec?.containers[0]?.volumeMounts).toEqual([
    { name: 'models', mountPath: '/tmp', subPath: 'tmp' },
    { name: 'models', mountPath: '/models' },
  ]);
});

test('the rest of the pod is said as Kubernetes says it', () => {
  const template = templateOf({
    terminationGracePeriodSeconds: 90,
    podAnnotations: { 'acme.com/team': 'orders' },
    podLabels: { tier: 'api' },
    nodeSelector: { 'kubernetes.io/arch': 'arm64' },
    tolerations: [{ key: 'spot', operator: 'Exists', effect: 'NoSchedule' }],
    priorityClassName: 'high',
    imagePullSecrets: [{ name: 'registry' }],
    uid: 20000,
  });
  expect(template).toMatchObject({
    metadata: {
      annotations: { 'acme.com/team': 'orders' },
      labels: { tier: 'api', 'app.kubernetes.io/instance': 'api' },
    },
    spec: {
      terminationGracePeriodSeconds: 90,
      nodeSelector: { 'kubernetes.io/arch': 'arm64' },
      tolerations: [{ key: 'spot', operator: 'Exists', effect: 'NoSchedule' }],
      priorityClassName: 'high',
      imagePullSecrets: [{ name: 'registry' }],
      securityContext: { runAsUser: 20000, runAsGroup: 20000, fsGroup: 20000 },
    },
  });
});

test('an account that exists is used, and none is made', () => {
  const output = synthesized(apiWith({ serviceAccountName: 'orders-reader' }));
  expect(objectOf(output, 'ServiceAccount', 'api')).toBeUndefined();
  expect(templateOf({ serviceAccountName: 'orders-reader' }).spec?.serviceAccountName).toBe('orders-reader');
});

test('pod and container are the way out of every default, and reach the laptop', () => {
  const props: Partial<DataApiProps> = {
    pod: {
      securityContext: { runAsUser: null, runAsGroup: 30000 },
      hostAliases: [{ ip: '10.0.0.1', hostnames: ['db'] }],
    },
    container: { securityContext: { readOnlyRootFilesystem: false }, workingDir: '/srv' },
  };
  const { spec } = templateOf(props);
  expect(spec?.securityContext).toMatchObject({ runAsGroup: 30000, fsGroup: 10001 });
  expect(spec?.securityContext?.runAsUser).toBeUndefined();
  expect(spec?.containers[0]).toMatchObject({ workingDir: '/srv', securityContext: { runAsNonRoot: true } });
  const service = serviceOf(apiWith(props), 'api');
  expect(service).toMatchObject({ working_dir: '/srv', extra_hosts: ['db=10.0.0.1'] });
  expect(service.read_only).toBeUndefined();
});

test('a Mongo takes the same: its main container is mongod', () => {
  const output = synthesized(
    (chart) =>
      new StatefulMongo(chart, 'mongo', {
        containers: [{ name: 'exporter', image: 'percona/mongodb_exporter:0.40.0' }],
        container: { env: [{ name: 'HOME', value: '/srv' }] },
      }),
  );
  expect(objectOf(output, 'StatefulSet', 'mongo')).toMatchObject({
    spec: {
      template: {
        spec: {
          containers: [
            { name: 'mongod', env: [{ name: 'HOME', value: '/srv' }] },
            { name: 'rs-config' },
            { name: 'exporter', securityContext: hardened },
          ],
        },
      },
    },
  });
});

test('what the API server would refuse is refused at synth, in words', () => {
  const wrong = {
    containers: [{ name: 'Exporter', image: 'exporter' }],
    volumes: [{}],
    podLabels: { 'app.kubernetes.io/instance': 'other', tier: 'a b' },
    tolerations: 'all',
    uid: 0,
  };
  expect(() => synthesized(apiWith(wrong as never))).toThrow(
    expect.objectContaining({
      problems: [
        expect.stringMatching(/^orders\/api · containers\[0\]\.name: is no name in a pod, got "Exporter"\./),
        expect.stringMatching(/^orders\/api · containers\[0\]\.image: has no tag, got "exporter"\./),
        expect.stringMatching(/^orders\/api · volumes\[0\]\.name: is not a string, got undefined\./),
        expect.stringMatching(
          /podLabels\["app\.kubernetes\.io\/instance"\]: is the label by which the pods are selected/,
        ),
        expect.stringMatching(/podLabels\.tier: is no label of Kubernetes, got "a b"/),
        expect.stringMatching(/tolerations: is not a list/),
        expect.stringMatching(/uid: is below 1/),
      ],
    }),
  );
});
