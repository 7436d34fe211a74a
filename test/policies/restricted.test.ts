import { ApiObject, Chart } from 'cdk8s';
import { Field } from '../../lib/manifests/field';
import { refusalLines, refusedPods } from '../../lib/policies/refused-pods';
import { breachesOf } from '../../lib/policies/restricted';
import { inFolder, synthesized, written } from '../synthesis';
import { pods } from './pods';

test.each(pods)('%s', (_, pod, controls) => {
  const found = breachesOf(Field.root('pod', pod)).map(({ control }) => control);
  expect([...new Set(found)].sort()).toEqual([...controls].sort());
});

const bare = {
  selector: { matchLabels: { app: 'web' } },
  template: {
    metadata: { labels: { app: 'web' } },
    spec: { hostPID: true, containers: [{ name: 'web', image: 'web:1' }] },
  },
};

const deployment = (chart: Chart) =>
  new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: bare });

test('the place of each is named, and what must be there', () => {
  const { manifests, namespaces } = synthesized((chart) => void deployment(chart));
  expect(refusalLines(refusedPods(manifests, namespaces)).slice(1, -1)).toEqual([
    '  orders/web (Deployment web): host namespaces, allowPrivilegeEscalation != false, unrestricted capabilities, runAsNonRoot != true, seccompProfile',
    '    spec/template/spec/hostPID: leave it out',
    '    spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation: false',
    '    spec/template/spec/containers/0/securityContext/capabilities/drop: [ALL]',
    '    spec/template/spec/securityContext/runAsNonRoot: true',
    '    spec/template/spec/securityContext/seccompProfile/type: RuntimeDefault',
  ]);
});

test('the summary says it, but not where the namespace is somebody else’s', () => {
  const said = (props = {}, namespace = false) =>
    inFolder((folder) =>
      written(
        folder,
        (app) => {
          const chart = new Chart(app, 'orders', { namespace: 'orders' });
          if (namespace)
            new ApiObject(chart, 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'orders' } });
          deployment(chart);
        },
        props,
      ),
    );
  expect(said()).toContain(
    'Pod Security: a cluster refuses the pods of one workload, whose namespace enforces `restricted`',
  );
  expect(said({ namespaces: false })).not.toContain('Pod Security');
  expect(said({}, true)).not.toContain('Pod Security');
});
