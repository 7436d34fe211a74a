import { DataApi, Egress } from 'cdk8s-tandem';
import { differenceTexts } from '../differences/difference-texts';
import { composed } from '../synthesis';
import { anyContainer, deployment, type KubeObject, networkPolicy, service } from '../workloads/manifests';
import { composeOf, eachOf, type Laptop, tandemOf, toldOf } from './tandem';

const app = (name: string) => ({ podSelector: { matchLabels: { app: name } } });
const both = ['Ingress', 'Egress'];
/** Lets nobody in and nobody out but those named. */
const only = (name: string, { from = [], to = [] }: { from?: string[]; to?: string[] }) =>
  networkPolicy(name, {
    ...app(name),
    policyTypes: both,
    ingress: [{ from: from.map(app) }].filter(() => from.length > 0),
    egress: [{ to: to.map(app) }].filter(() => to.length > 0),
  });
const out = (name: string, cidr: string) =>
  networkPolicy(`${name}-out`, { ...app(name), policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr } }] }] });
const listening = (name: string, namespace?: string) =>
  deployment(name, { containers: [{ ...anyContainer, ports: [{ containerPort: 8000 }] }] }, { namespace });

const networks = (objects: readonly KubeObject[], laptop: Laptop = {}) => {
  const file = composeOf(objects, laptop);
  return {
    of: Object.fromEntries(Object.entries(eachOf(file, 'networks')).map(([name, of]) => [name, Object.keys(of ?? {})])),
    all: file.networks,
    modes: eachOf(file, 'network_mode'),
  };
};

describe('a pair that may talk', () => {
  const web = [listening('web'), only('web', { to: ['api'] })];

  test('has a network to itself, which leads nowhere', () => {
    const api = [listening('api'), only('api', { from: ['web'], to: ['db'] })];
    const { of, all } = networks([...web, ...api, listening('db'), only('db', { from: ['api'] })]);
    expect(of).toEqual({ web: ['web_api'], api: ['web_api', 'api_db'], db: ['api_db'] });
    expect(all).toEqual({ web_api: { internal: true }, api_db: { internal: true } });
  });

  test('has one network though each calls the other', () => {
    const each = [only('web', { to: ['api'], from: ['api'] }), only('api', { from: ['web'], to: ['web'] })];
    const { of, all } = networks([listening('web'), listening('api'), ...each]);
    expect(of).toEqual({ web: ['web_api'], api: ['web_api'] });
    expect(Object.keys(all)).toEqual(['web_api']);
  });

  test('can be called back, though a policy lets nobody in, and that is told', () => {
    const output = tandemOf([...web, listening('api'), only('api', { from: ['web'] })]);
    expect(output.differences.flatMap(differenceTexts)).toContain(
      'orders/networkpolicy-orders-web spec/policyTypes/0: approximated: open to those it connects to: a Compose network has no direction',
    );
  });

  test('needs leave on both sides', () => {
    const { of, modes } = networks([...web, listening('api'), only('api', { from: ['other'] })]);
    expect(of).toEqual({ web: [], api: [] });
    expect(modes).toEqual({ web: 'none', api: 'none' });
  });
});

describe('who leads out', () => {
  test('has an edge to itself: two on one edge would be told each other’s address there, behind a closed door', () => {
    const api = [listening('api'), only('api', { from: ['etl'] }), out('api', '0.0.0.0/0')];
    const { of, all } = networks([...api, listening('etl'), only('etl', { to: ['api'] }), out('etl', '0.0.0.0/0')]);
    expect(of).toEqual({ api: ['etl_api', 'api-edge'], etl: ['etl_api', 'etl-edge'] });
    expect(all).toEqual({
      etl_api: { internal: true },
      'api-edge': {
        comment: 'An edge is the way out to the internet, and in for a published port; each has one member.',
      },
      'etl-edge': {},
    });
  });

  test('is also who has a port of the laptop, and then the world outside is open to it', () => {
    const output = tandemOf([listening('api'), only('api', {})], { api: { publish: 8080 } });
    expect(output.rendered.file.services.api).toMatchObject({
      networks: { 'api-edge': {} },
      ports: [{ variable: 'API_PORT', published: 8080, target: 8000 }],
    });
    expect(toldOf(output)).toEqual([
      'spec/policyTypes/1: local: the world outside is open to it: a port of the laptop needs a network that leads out',
    ]);
  });

  test('two constructs of ours on edges reach each other by their pair alone', () => {
    const file = composed((chart) => {
      const back = new DataApi(chart, 'back', { image: 'acme/back:1', local: { publish: 8001 } });
      const env = { BACK: back.url() };
      new DataApi(chart, 'front', {
        image: 'acme/front:1',
        env,
        egress: [Egress.internet(443)],
        local: { publish: 8002 },
      });
    });
    expect(Object.keys(file.services.back?.networks ?? {})).toEqual(['front_back', 'back-edge']);
    expect(Object.keys(file.services.front?.networks ?? {})).toEqual(['front_back', 'front-edge']);
  });
});

describe('who no policy selects', () => {
  test('shares one open network with its like', () => {
    const { of, all } = networks([deployment('a'), deployment('b'), deployment('c'), only('c', {})]);
    expect(of).toEqual({ a: ['open'], b: ['open'], c: [] });
    expect(all).toEqual({
      open: { comment: 'No NetworkPolicy selects these workloads: they see each other and the world.' },
    });
  });

  test('finds its own namespace by short names on a network of that namespace', () => {
    const objects = ['orders', 'billing'].flatMap((namespace) => [
      listening('api', namespace),
      service('api', 'api', {}, namespace),
    ]);
    const file = composeOf(objects);
    expect(eachOf(file, 'networks')).toEqual({
      'orders-api': {
        open: { aliases: ['api.orders', 'api.orders.svc', 'api.orders.svc.cluster.local'] },
        'orders-open': { aliases: ['api', 'api.orders', 'api.orders.svc', 'api.orders.svc.cluster.local'] },
      },
      'billing-api': {
        open: { aliases: ['api.billing', 'api.billing.svc', 'api.billing.svc.cluster.local'] },
        'billing-open': { aliases: ['api', 'api.billing', 'api.billing.svc', 'api.billing.svc.cluster.local'] },
      },
    });
    expect(file.networks['billing-open']).toEqual({ comment: 'The short names of namespace billing.', internal: true });
  });
});

describe('who is alone', () => {
  test('has no network at all', () => {
    expect(networks([listening('job'), only('job', {})])).toEqual({ of: { job: [] }, all: {}, modes: { job: 'none' } });
  });

  test.each<[string, readonly KubeObject[], Laptop]>([
    ['a name', [service('job', 'job')], {}],
    ['a health check that asks by its host name', [], { job: { healthCheck: { exec: ['ask'] } } }],
    ['one of a container beside the first', [], { job: { containers: { main: { healthCheck: { exec: ['ask'] } } } } }],
  ])('has one of its own with %s, and so finds itself', (_, others, laptop) => {
    const { of, all } = networks([listening('job'), only('job', {}), ...others], laptop);
    expect({ of, all }).toEqual({ of: { job: ['job_alone'] }, all: { job_alone: { internal: true } } });
  });
});

test('beyond twenty networks each of a pair gets a small range: Docker has room for about thirty others', () => {
  const clients = Array.from({ length: 21 }, (_, index) => `client-${index}`);
  const policies = clients.map((client) => only(client, { to: ['db'] }));
  const db = [listening('db'), only('db', { from: clients })];
  const free = ['a', 'b', 'c'].map((name) => deployment(name));
  const many = (count: number) => {
    const servers = clients.slice(0, count).map((name) => listening(name));
    return composeOf([...servers, ...policies, ...db, ...free]).networks;
  };
  expect(Object.values(many(19)).every(({ ipam }) => ipam === undefined)).toBe(true);
  const subnets = Object.entries(many(21)).map(([name, { ipam }]) => [name, ipam?.config[0]?.subnet]);
  expect(subnets).toHaveLength(22);
  expect(Object.fromEntries(subnets)).toMatchObject({
    'client-0_db': '10.213.0.0/28',
    'client-1_db': '10.213.0.16/28',
    'client-16_db': '10.213.1.0/28',
    'client-20_db': '10.213.1.64/28',
    open: undefined,
  });
});
