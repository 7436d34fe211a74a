import {
  anyContainer,
  deployment,
  type KubeObject,
  networkPolicy,
  object,
  podTemplate,
  readingOf,
  service,
} from './manifests';

describe('a manifest without the shape of its kind', () => {
  const problem = {
    wrong: 'has another shape than its kind',
    fix: 'correct the manifest.',
  };

  test('is a problem that says where and what, and the rest is read', () => {
    const { workloads, problems } = readingOf(
      deployment('api', { containers: [{ name: 'main', image: 3 }] }),
      deployment('web'),
      object('batch/v1', 'CronJob', 'nightly', { spec: { jobTemplate: { spec: { template: podTemplate('x') } } } }),
    );
    expect(workloads.map(({ name }) => name)).toEqual(['web']);
    const image = { prop: 'spec/template/spec/containers/0/image', got: 3, expected: 'text.' };
    const schedule = { prop: 'spec/schedule', got: undefined, expected: 'text.' };
    expect(problems).toEqual([
      { construct: 'chart/deployment-orders-api', ...problem, ...image },
      { construct: 'chart/cronjob-orders-nightly', ...problem, ...schedule },
    ]);
  });

  const wrong: readonly (readonly [KubeObject, string, unknown, string])[] = [
    [service('x', 'web', { selector: { app: 1 } }), 'spec/selector/app', 1, 'text.'],
    [service('x', 'web', { ports: [{}] }), 'spec/ports/0/port', undefined, 'a number.'],
    [networkPolicy('x', { podSelector: { matchLabels: ['web'] } }), 'spec/podSelector/matchLabels', ['web'], 'a map.'],
    [networkPolicy('x', { ingress: {} }), 'spec/ingress', {}, 'a list.'],
    [
      deployment('x', { volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1 GB' } }] }),
      'spec/template/spec/volumes/0/emptyDir/sizeLimit',
      '1 GB',
      'a quantity, such as 500m or 512Mi.',
    ],
    [
      deployment('x', { containers: [{ ...anyContainer, resources: { limits: { cpu: 'half' } } }] }),
      'spec/template/spec/containers/0/resources/limits/cpu',
      'half',
      'a quantity, such as 500m or 512Mi.',
    ],
  ];
  test.each(wrong)('is a problem whatever its kind: %#', (manifest, prop, got, expected) => {
    const { workloads, problems } = readingOf(deployment('other'), manifest, deployment('web'));
    expect(workloads.map(({ name }) => name)).toContain('other');
    const construct = `chart/${manifest.kind.toLowerCase()}-orders-x`;
    expect(problems).toEqual([{ construct, ...problem, prop, got, expected }]);
  });
});
