import type { Connections } from '../../lib/workloads/connections';
import { anyContainer, deployment, type KubeObject, networkPolicy, object, readingOf } from './manifests';

const pods = (...apps: readonly string[]) => apps.map((app) => deployment(app));
const app = (name: string) => ({ podSelector: { matchLabels: { app: name } } });
const both = ['Ingress', 'Egress'];

function connectionsOf(...objects: readonly KubeObject[]): Connections {
  const { connections, problems } = readingOf(...objects);
  expect(problems).toEqual([]);
  return connections;
}

const pairs = ({ pairs: all }: Connections) =>
  all.map(({ client, server }) => `${client.name} → ${server.name}`).sort();
const names = (workloads: ReadonlySet<{ readonly name: string }>) => [...workloads].map(({ name }) => name);

describe('without a policy', () => {
  test('everybody is open and may leave', () => {
    const connections = connectionsOf(...pods('api', 'mongo'));
    expect(names(connections.open)).toEqual(['api', 'mongo']);
    expect(names(connections.outside)).toEqual(['api', 'mongo']);
    expect(pairs(connections)).toEqual([]);
  });

  test('nothing changes by a policy of another group, or of another namespace', () => {
    const spec = { podSelector: {}, policyTypes: both };
    const foreign = object('crd.projectcalico.org/v1', 'NetworkPolicy', 'deny', { spec });
    const elsewhere = networkPolicy('deny', spec, 'elsewhere');
    expect(names(connectionsOf(...pods('api', 'mongo'), foreign, elsewhere).open)).toEqual(['api', 'mongo']);
  });
});

describe('a policy', () => {
  test('closes what it selects, and nothing else', () => {
    const connections = connectionsOf(
      ...pods('api', 'web', 'mongo'),
      networkPolicy('deny', { ...app('mongo'), policyTypes: both }),
    );
    expect(names(connections.open)).toEqual(['api', 'web']);
    expect(names(connections.outside)).toEqual(['api', 'web']);
    expect(pairs(connections)).toEqual([]);
  });

  test('with an empty selector closes all pods of its namespace', () => {
    expect(names(connectionsOf(...pods('api', 'web'), networkPolicy('deny', { podSelector: {} })).open)).toEqual([]);
  });

  const types: readonly (readonly [string, object, readonly string[], boolean])[] = [
    ['in alone where nothing is said', {}, ['mongo → api'], true],
    ['in alone where its types are an empty list', { policyTypes: [] }, ['mongo → api'], true],
    ['in alone where its egress is an empty list', { egress: [] }, ['mongo → api'], true],
    ['in and out where it has a rule for out', { egress: [{ to: [app('none')] }] }, [], false],
    ['out alone where it says so', { policyTypes: ['Egress'] }, ['api → mongo'], false],
    [
      'in alone where it says so, whatever rules it has',
      { policyTypes: ['Ingress'], egress: [] },
      ['mongo → api'],
      true,
    ],
    ['in and out where it says so', { policyTypes: both }, [], false],
  ];
  test.each(types)('closes the way %s', (_, spec, expected, leaves) => {
    const connections = connectionsOf(...pods('api', 'mongo'), networkPolicy('some', { ...app('mongo'), ...spec }));
    expect(pairs(connections)).toEqual(expected);
    expect(names(connections.outside).includes('mongo')).toBe(leaves);
  });

  test('opens what a rule names, for as long as the other side lets it', () => {
    const lets = networkPolicy('mongo', { ...app('mongo'), ingress: [{ from: [app('api'), app('web')] }] });
    const goes = networkPolicy('api', { ...app('api'), policyTypes: ['Egress'], egress: [{ to: [app('mongo')] }] });
    const stays = networkPolicy('web', { ...app('web'), policyTypes: ['Egress'], egress: [{ to: [app('api')] }] });
    expect(pairs(connectionsOf(...pods('api', 'web', 'mongo'), lets, goes, stays))).toEqual([
      'api → mongo',
      'mongo → api',
      'mongo → web',
      'web → api',
    ]);
  });

  test('adds to others of the same pods', () => {
    const letIn = (name: string) => networkPolicy(name, { ...app('mongo'), ingress: [{ from: [app(name)] }] });
    const connections = connectionsOf(...pods('api', 'web', 'other', 'mongo'), letIn('api'), letIn('web'));
    expect(pairs(connections).filter((pair) => pair.endsWith('mongo'))).toEqual(['api → mongo', 'web → mongo']);
  });

  test.each([[{}], [{ from: [] }]])('with a rule for nobody in particular lets everybody in: %j', (rule) => {
    const closed = networkPolicy('api', { ...app('api'), policyTypes: both, egress: [{ to: [app('mongo')] }] });
    const open = networkPolicy('mongo', { ...app('mongo'), ingress: [rule] });
    const connections = connectionsOf(...pods('api', 'mongo', 'web'), closed, open);
    expect(pairs(connections)).toEqual(['api → mongo']);
    expect(names(connections.open)).toEqual(['mongo', 'web']);
  });

  test('with a rule to nobody in particular lets the workload go everywhere', () => {
    const policy = networkPolicy('api', { ...app('api'), policyTypes: both, egress: [{ ports: [{ port: 443 }] }] });
    const connections = connectionsOf(...pods('api', 'mongo'), policy);
    expect(pairs(connections)).toEqual(['api → mongo']);
    expect(names(connections.outside)).toEqual(['api', 'mongo']);
  });

  test.each([[{}], [{ to: [{ namespaceSelector: {} }] }]])(
    'that lets it ask for names alone connects it with nobody: %j',
    (peers) => {
      const ports = [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ];
      const policy = networkPolicy('api', { ...app('api'), policyTypes: both, egress: [{ ...peers, ports }] });
      const connections = connectionsOf(...pods('api', 'mongo'), policy);
      expect(pairs(connections)).toEqual([]);
      expect(names(connections.outside)).toEqual(['mongo']);
      const dns = deployment('dns', { containers: [{ ...anyContainer, ports: [{ containerPort: 53 }] }] });
      expect(pairs(connectionsOf(...pods('api', 'mongo'), dns, policy))).toContain('api → dns');
    },
  );

  test('that names addresses opens the way out of the cluster, and to no workload', () => {
    const to = [{ ipBlock: { cidr: '0.0.0.0/0' } }];
    const policy = networkPolicy('api', { ...app('api'), policyTypes: both, egress: [{ to }] });
    const connections = connectionsOf(...pods('api', 'mongo'), policy);
    expect(pairs(connections)).toEqual([]);
    expect(names(connections.outside)).toEqual(['api', 'mongo']);
  });

  test('does not connect a workload with itself', () => {
    const policy = networkPolicy('api', { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] });
    expect(pairs(connectionsOf(...pods('api'), policy))).toEqual([]);
  });
});

describe('a namespace', () => {
  const [here, there] = [deployment('api'), deployment('api', {}, { namespace: 'there' })];
  const labelled = object('v1', 'Namespace', 'there', { metadata: { name: 'there', labels: { team: 'data' } } });
  const peers: readonly (readonly [string, object, readonly string[]])[] = [
    ['is the own where none is named', { podSelector: {} }, ['orders']],
    [
      'is known by its name',
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'there' } } },
      ['there'],
    ],
    ['is known by its labels', { namespaceSelector: { matchLabels: { team: 'data' } } }, ['there']],
    ['can be any', { namespaceSelector: {} }, ['orders', 'there']],
    [
      'is known by expressions',
      { namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] } },
      ['orders'],
    ],
    ['and pods must both be those that are named', { namespaceSelector: {}, ...app('none') }, []],
  ];
  test.each(peers)('%s', (_, peer, namespaces) => {
    const policy = networkPolicy('mongo', { ...app('mongo'), ingress: [{ from: [peer] }] });
    const { pairs: all } = connectionsOf(here, there, ...pods('mongo'), policy, labelled);
    const clients = all.filter(({ server }) => server.name === 'mongo').map(({ client }) => client.namespace);
    expect(clients).toEqual(namespaces);
  });
});

test('what holds a workload back on its way out is known', () => {
  const policy = networkPolicy('api', { ...app('api'), policyTypes: both, egress: [{ to: [app('mongo')] }] });
  const { egressClosedBy } = connectionsOf(...pods('api', 'mongo'), policy);
  expect([...egressClosedBy].map(([{ name }, rules]) => [name, rules.map(String)])).toEqual([
    ['api', ['spec/policyTypes/1']],
  ]);
});
