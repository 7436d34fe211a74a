import { Size } from 'cdk8s';
import { DataApi, EtlCronJob, StatefulMongo } from 'cdk8s-tandem';
import type { ComposeFile } from '../../lib/compose/compose-file';
import { strayHostNames } from '../../lib/compose/stray-host-names';
import { unexplained } from '../../lib/differences/differences';
import { usedNames } from '../../lib/workloads/used-names';
import { eachField } from '../differences/each-field';
import { synthesized } from '../synthesis';
import {
  anyContainer,
  configMap,
  deployment,
  type KubeObject,
  networkPolicy,
  readingOf,
  service,
} from '../workloads/manifests';
import { composeOf } from './tandem';

const using = (value: string) => ({ containers: [{ ...anyContainer, env: [{ name: 'URL', value }] }] });
const db = [deployment('postgres'), service('db', 'postgres')];
/** Nobody but the web, and nothing back. */
const closed = networkPolicy('closed', {
  podSelector: { matchLabels: { app: 'postgres' } },
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }],
});

/** What is wrong with the names, read off the Compose file. */
function strays(objects: readonly KubeObject[], change = (file: ComposeFile) => file): readonly string[] {
  const { workloads } = readingOf(...objects);
  const found = strayHostNames(usedNames(workloads), change(composeOf(objects)), ({ name }) => name);
  return eachField(found).map(({ field, became, reason, note }) => {
    expect({ became, reason }).toEqual({ became: 'dropped', reason: undefined });
    return `${field}: ${note}`;
  });
}

const url = 'spec/template/spec/containers/0/env/0/value';

test('a name that leads to the same place on both sides is no difference', () => {
  for (const name of ['db', 'db.orders', 'db.orders.svc', 'db.orders.svc.cluster.local']) {
    expect(strays([deployment('web', using(`postgres://me@${name}:5432/app`)), ...db])).toEqual([]);
    expect(strays([deployment('web', using(`postgres://me@${name}:5432/app`)), ...db, closed])).toEqual([]);
  }
});

test('a name that nobody answers to is one, even where a Compose service is called so', () => {
  expect(strays([deployment('web', using('http://nobody:80')), ...db])).toEqual([
    `${url}: nothing in this app answers to the host name nobody`,
  ]);
  expect(strays([deployment('web', using('http://postgres:80')), ...db])).toEqual([
    `${url}: nothing in this app answers to the host name postgres`,
  ]);
});

test('a name of the world outside is not', () => {
  expect(strays([deployment('web', using('https://example.com, http://localhost:1 and http://10.0.0.1'))])).toEqual([]);
});

test('a name whose owner a policy keeps from the one that uses it is one', () => {
  expect(strays([deployment('etl', using('postgres://db')), ...db, closed])).toEqual([
    `${url}: nothing connects whoever uses the host name db with chart/deployment-orders-postgres`,
  ]);
});

test('it is found in arguments and mounted files, too', () => {
  const container = { ...anyContainer, args: ['--db=http://db'], volumeMounts: [{ name: 'c', mountPath: '/c' }] };
  const pod = { containers: [container], volumes: [{ name: 'c', configMap: { name: 'conf' } }] };
  const objects = [deployment('web', pod), configMap('conf', { a: 'url = "http://other:80"' })];
  expect(strays(objects)).toEqual([
    'spec/template/spec/containers/0/args/0: nothing in this app answers to the host name db',
    'data/a: nothing in this app answers to the host name other',
  ]);
});

test('a pod whose sidecar holds its network asks and answers by that', () => {
  const sidecar = { ...anyContainer, name: 'proxy', restartPolicy: 'Always' };
  const web = deployment('web', { ...using('postgres://db'), initContainers: [sidecar] });
  const postgres = deployment('postgres', { initContainers: [sidecar] });
  expect(strays([web, postgres, service('db', 'postgres')])).toEqual([]);
  expect(strays([web, postgres, service('db', 'postgres'), closed])).toEqual([]);
});

test('a short name is of its own namespace, though another holds the same', () => {
  const objects = ['orders', 'billing'].flatMap((namespace) => [
    deployment('api', using('http://api'), { namespace }),
    service('api', 'api', {}, namespace),
  ]);
  const { workloads } = readingOf(...objects);
  const serviceOf = ({ name, namespace }: { name: string; namespace: string }) => `${namespace}-${name}`;
  expect(strayHostNames(usedNames(workloads), composeOf(objects), serviceOf)).toEqual([]);
});

test('a name that leads to somebody else, too, is one: a Compose service of another namespace is called so', () => {
  const stranger = deployment('db', {}, { namespace: 'billing' });
  expect(strays([deployment('web', using('postgres://db')), ...db, stranger])).toEqual([
    `${url}: the host name db leads to db too, which does not answer to it in the cluster`,
  ]);
});

test('it is read off the file itself: an alias that somebody lost is missed', () => {
  const objects = [deployment('web', using('postgres://db')), ...db];
  const withoutAliases = (file: ComposeFile): ComposeFile => {
    const postgres = { ...file.services.postgres, networks: { open: {} } };
    return { ...file, services: { ...file.services, postgres } };
  };
  expect(strays(objects, withoutAliases)).toEqual([
    `${url}: nothing connects whoever uses the host name db with chart/deployment-orders-postgres`,
  ]);
});

test('every reference of ours leads to the same place on both sides', () => {
  const { differences } = synthesized((chart) => {
    const mongo = new StatefulMongo(chart, 'mongo', { database: 'app', storage: Size.gibibytes(1) });
    const api = new DataApi(chart, 'api', { image: 'acme/api:1', env: { MONGO: mongo.url() } });
    const env = { API: api.url(), MONGO: mongo.url() };
    new EtlCronJob(chart, 'etl', { image: 'acme/etl:1', schedule: '5 0 * * *', env });
  });
  expect(unexplained(differences)).toEqual([]);
});
