import { k8s } from 'cdk8s-plus-28';
import { DataApi } from 'cdk8s-tandem';
import { problemsOf } from './misuse/problems-of';
import { synthesized } from './synthesis';

const image = 'ghcr.io/acme/a:1';

test('mistakes stand in the order of the constructs, whoever finds them', () => {
  const problems = problemsOf(() =>
    synthesized((chart) => {
      new DataApi(chart, 'a', { image, volumeMounts: [{ name: 'nobody', mountPath: '/srv' }] });
      new DataApi(chart, 'b', { image: 'b' });
      new k8s.KubeSecret(chart, 'c', { metadata: { name: 'c' }, stringData: { a: 'b' } });
      new DataApi(chart, 'd', { image, replicas: 0 });
    }),
  );
  expect(problems.map((problem) => problem.replace(/:.*/s, ''))).toEqual([
    'orders/a/deployment · volumeMounts',
    'orders/b · image',
    'orders/c · data',
    'orders/d · replicas',
  ]);
});

test('a path shows what cannot be seen', () => {
  const [problem] = problemsOf(() => synthesized((chart) => new DataApi(chart, 'a\u202e', { image: 'b' })));
  expect(problem).toMatch(/^orders\/a\\u202e · image: has no tag/);
});
