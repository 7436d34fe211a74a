import { usedSecrets } from '../../lib/workloads/used-secrets';
import { anyContainer, deployment, readingOf } from './manifests';

const ref = (name: string, key: string) => ({ name: key.toUpperCase(), valueFrom: { secretKeyRef: { name, key } } });
const container = (...env: readonly object[]) => ({ ...anyContainer, env });

test('the Secrets that workloads use are listed once for each namespace, with every key that somebody names', () => {
  const url = { name: 'URL', value: 'mongodb://$(PASSWORD)@mongo' };
  const api = deployment('api', {
    initContainers: [container(ref('mongo', 'root'))],
    containers: [container(ref('mongo', 'password'), url, ref('stripe', 'key'))],
    volumes: [{ name: 'keys', secret: { secretName: 'mongo', items: [{ key: 'keyfile', path: 'keyfile' }] } }],
  });
  const web = deployment('web', { containers: [container(ref('mongo', 'password'))] });
  const other = deployment('web', { containers: [container(ref('mongo', 'password'))] }, { namespace: 'elsewhere' });
  expect(usedSecrets(readingOf(api, web, other).workloads)).toEqual([
    { namespace: 'orders', name: 'mongo', keys: ['keyfile', 'root', 'password'] },
    { namespace: 'orders', name: 'stripe', keys: ['key'] },
    { namespace: 'elsewhere', name: 'mongo', keys: ['password'] },
  ]);
});

test('workloads without secrets use none', () => {
  expect(usedSecrets(readingOf(deployment('api')).workloads)).toEqual([]);
});
