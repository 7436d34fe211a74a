import { DataApi, type DataApiProps } from 'cdk8s-tandem';
import { misshapenObjects } from '../../lib/policies/kind-shapes';
import { refusedObjects } from '../../lib/policies/refused-objects';
import { readManifests } from '../../lib/workloads/read-manifests';
import { problemsOf } from '../misuse/problems-of';
import { apps } from '../proofs/apps';
import { inputOf } from '../proofs/outcome';
import { synthesized } from '../synthesis';
import { anyContainer, deployment, object, service } from '../workloads/manifests';
import { sinks } from '../zoo/sinks/sinks';
import { refused } from './refused';

/*
 * Claim: nothing of what strangers write is refused, and no field or word of all that Kubernetes knows, those that are
 * younger than the typed classes among it.
 */
test.each(Object.entries(apps))('nothing of %s is refused', (_, define) => {
  const { manifests, locals } = inputOf(define);
  expect(refusedObjects(manifests, readManifests(manifests, locals).workloads)).toEqual([]);
});

test.each(Object.entries(sinks))('no field of %s is strange', (_, define) => {
  expect(misshapenObjects(inputOf(define).manifests)).toEqual([]);
});

describe('a name that is like one of Kubernetes', () => {
  const main = (container: object) => refused(deployment('api', { containers: [{ ...anyContainer, ...container }] }));
  const place = 'chart/deployment-orders-api · spec/template/spec';

  test.each([
    [{ prots: [{ containerPort: 80 }] }, 'prots: is no field of Kubernetes, got [{"containerPort": 80}].'],
    [
      { securityContext: { readOnlyRootFileSystem: true } },
      'securityContext/readOnlyRootFileSystem: is no field of Kubernetes, got true.',
    ],
    [{ env: [{ name: 'A', valeu: 'b' }] }, 'env/0/valeu: is no field of Kubernetes, got "b".'],
    [{ imagePullPolicy: 'always' }, 'imagePullPolicy: is none of what it may be, got "always".'],
    [{ ports: [{ containerPort: 80, protocol: 'tcp' }] }, 'ports/0/protocol: is none of what it may be, got "tcp".'],
  ])('%j in a container is refused', (container, said) => {
    expect(main(container)).toEqual([`${place}/containers/0/${said}`]);
  });

  test.each([
    ['Service', 'v1', { seletcor: {} }, 'spec/seletcor: is no field of Kubernetes'],
    ['Service', 'v1', { type: 'Nodeport' }, 'spec/type: is none of what it may be'],
    ['NetworkPolicy', 'networking.k8s.io/v1', { policyTypes: ['ingress'] }, 'spec/policyTypes/0: is none of what it'],
    ['CronJob', 'batch/v1', { concurencyPolicy: 'Forbid' }, 'spec/concurencyPolicy: is no field of Kubernetes'],
  ])('is refused in a %s', (kind, apiVersion, spec, said) => {
    expect(refused(object(apiVersion, kind, 'web', { spec })).filter((one) => one.includes(said))).toHaveLength(1);
  });

  test('is refused in a volume, as one is in a public chart', () => {
    expect(refused(deployment('api', { volumes: [{ name: 'v', scaleIO: { protectionDoamin: 'a' } }] }))).toEqual([
      `${place}/volumes/0/scaleIO/protectionDoamin: is no field of Kubernetes, got "a".`,
    ]);
  });

  test('is told with what was meant', () => {
    const manifest = deployment('api', { hostNetwrok: true });
    expect(problemsOf(() => synthesized((chart) => new DataApi(chart, 'api', patched({ hostNetwrok: true }))))).toEqual(
      [
        'orders/api · pod.hostNetwrok: is no field of Kubernetes, got true. Expected hostNetwork. Fix: write hostNetwork.',
      ],
    );
    expect(refused(manifest)).toHaveLength(1);
  });

  test.each([
    ['is like none', deployment('api', { schedulingOrchestra: true })],
    ['is a label', deployment('api', { nodeSelector: { hostNetwrok: 'x' } })],
    ['is in an object of a kind that nobody knows', object('acme.com/v1', 'Widget', 'a', { spec: { prots: [] } })],
    [
      'is younger and like one',
      object('discovery.k8s.io/v1', 'EndpointSlice', 'a', {
        addressType: 'IPv4',
        endpoints: [{ addresses: ['10.0.0.1'], hints: { forNodes: [] } }],
      }),
    ],
    ['is what a cluster says of an object', { ...service('a', 'a'), status: { loadBalncer: {} } }],
  ])('is not refused, when it %s', (_, manifest) => {
    expect(refused(manifest)).toEqual([]);
  });
});

const patched = (pod: object): DataApiProps => ({ image: 'ghcr.io/acme/api:1.2.3', pod });

describe('another shape than that of its kind', () => {
  const ingress = (spec: unknown) => refused(object('networking.k8s.io/v1', 'Ingress', 'web', { spec }));
  const some = { rules: [{ host: 'orders.example.com' }] };
  const other = (path: string, got: string) =>
    `chart/ingress-orders-web · ${path}: has another shape than its kind, got ${got}.`;

  test.each<[unknown, readonly string[]]>([
    [3, [other('spec', '3')]],
    [[], [other('spec', '[]')]],
    [{ rules: { a: 1 } }, [other('spec/rules', '{"a": 1}')]],
    [{ rules: [3, { http: 'x' }] }, [other('spec/rules/0', '3'), other('spec/rules/1/http', '"x"')]],
    [{ ...some, ingressClassName: ['nginx'] }, [other('spec/ingressClassName', '["nginx"]')]],
    [null, ['chart/ingress-orders-web · spec: is missing.']],
  ])('%j of an Ingress is refused', (spec, said) => {
    expect(ingress(spec)).toEqual(said);
  });

  test('text for a number, and for true or false, is told without its quotes', () => {
    const type = 'has another type than Kubernetes asks for';
    expect(refused(deployment('api', { hostNetwork: 'true', terminationGracePeriodSeconds: '30s' }))).toEqual([
      `chart/deployment-orders-api · spec/template/spec/hostNetwork: ${type}, got "true".`,
      `chart/deployment-orders-api · spec/template/spec/terminationGracePeriodSeconds: ${type}, got "30s".`,
    ]);
    expect(problemsOf(() => synthesized((chart) => new DataApi(chart, 'api', patched({ hostIPC: 'false' }))))).toEqual([
      `orders/api · pod.hostIPC: ${type}, got "false". Expected true or false. Fix: write false without quotes.`,
    ]);
  });
});
