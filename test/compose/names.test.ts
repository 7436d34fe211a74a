import { distinctNames } from '../../lib/compose/distinct-names';
import { anyContainer, configMap, deployment, job, type KubeObject } from '../workloads/manifests';
import { composeOf, eachOf, mountedIn, tandemOf } from './tandem';

const here = (name: string, pod: object = {}) => deployment(name, pod, { namespace: 'orders' });
const there = (name: string, pod: object = {}) => deployment(name, pod, { namespace: 'billing' });
const services = (...objects: readonly KubeObject[]) => Object.keys(composeOf(objects).services);
const mounting = (volume: object) => ({
  volumes: [{ name: 'v', ...volume }],
  containers: [{ ...anyContainer, volumeMounts: [{ name: 'v', mountPath: '/v' }] }],
});

describe('a service', () => {
  test('is called as its workload, whatever the namespace', () => {
    expect(services(here('api'), there('web'))).toEqual(['api', 'web']);
  });

  test('is called by its namespace, too, where two have the same id; the others keep their short names', () => {
    expect(services(here('api'), there('api'), here('web'))).toEqual(['orders-api', 'billing-api', 'web']);
  });

  test('is called by its kind, too, where even the namespace is the same', () => {
    expect(services(here('api'), job('api'), there('api'))).toEqual([
      'orders-api-deployment',
      'orders-api-job',
      'billing-api',
    ]);
  });

  test('gives way to one that is really called so', () => {
    const objects = [here('api'), there('api'), deployment('orders-api', {}, { namespace: 'shop' })];
    expect(services(...objects)).toEqual(['orders-api-deployment', 'billing-api', 'shop-orders-api']);
  });

  test('has its containers and secrets under that name', () => {
    const env = [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'keys', key: 'token' } } }];
    const containers = [
      { ...anyContainer, env },
      { ...anyContainer, name: 'tail' },
    ];
    const { file, assets } = tandemOf([here('api', { containers }), there('api')]).rendered;
    expect(Object.keys(file.services)).toEqual(['orders-api', 'orders-api-tail', 'billing-api']);
    expect(assets.map(({ path }) => path)).toEqual(['./.tandem/env/orders-api.env']);
  });
});

describe('a volume', () => {
  const claim = (claimName: string) => mounting({ persistentVolumeClaim: { claimName } });
  const sources = (...objects: readonly KubeObject[]) => {
    const volumes = Object.entries(eachOf(composeOf(objects), 'volumes'));
    return Object.fromEntries(volumes.map(([name, mounts]) => [name, mounts?.map(({ source }) => source)]));
  };

  test('is called as its claim, and by its namespace, too, where two namespaces have one of that name', () => {
    expect(sources(here('api', claim('data')), there('web', claim('files')))).toEqual({
      api: ['data'],
      web: ['files'],
    });
    expect(sources(here('api', claim('data')), there('web', claim('data')), here('etl', claim('data')))).toEqual({
      api: ['orders-data'],
      web: ['billing-data'],
      etl: ['orders-data'],
    });
  });

  test('is never that of another claim, however that is called', () => {
    const shop = deployment('shop', claim('orders-data'), { namespace: 'shop' });
    expect(sources(here('api', claim('data')), there('web', claim('data')), shop)).toEqual({
      api: ['orders-data'],
      web: ['billing-data'],
      shop: ['shop-orders-data'],
    });
  });

  test('of an emptyDir is called by the workload, as no claim and no other emptyDir can be', () => {
    const shared = (name: string) => {
      const container = { ...anyContainer, volumeMounts: [{ name, mountPath: '/v' }] };
      return { volumes: [{ name, emptyDir: {} }], containers: [container, { ...container, name: 'tail' }] };
    };
    const volumes = [
      here('api', shared('cache-tmp')),
      here('api-cache', shared('tmp')),
      here('etl', claim('api-cache-tmp')),
    ];
    expect(Object.keys(composeOf(volumes).volumes)).toEqual(['api_cache-tmp', 'api-cache_tmp', 'api-cache-tmp']);
  });
});

test('a config is called by its namespace, too, where two namespaces have one of that name', () => {
  const pod = mounting({ configMap: { name: 'conf' } });
  const { file, assets } = tandemOf([
    here('api', pod),
    there('web', pod),
    configMap('conf', { a: 'here' }, 'orders'),
    configMap('conf', { a: 'there' }, 'billing'),
  ]).rendered;
  expect(file.configs).toEqual({
    'orders-conf_a': { file: './.tandem/configs/orders-conf/a' },
    'billing-conf_a': { file: './.tandem/configs/billing-conf/a' },
  });
  expect(mountedIn(assets).map(({ content }) => content)).toEqual([['here'], ['there']]);
});

describe('the names of things', () => {
  const forms = [(thing: string) => thing.slice(-1), (thing: string) => thing.slice(-2), (thing: string) => thing];
  const names = (...things: string[]) => [...distinctNames(things, forms).values()];

  test('are the shortest by which no other goes', () => {
    expect(names('xa', 'xb')).toEqual(['a', 'b']);
    expect(names('xa', 'ya', 'xb')).toEqual(['xa', 'ya', 'b']);
    expect(names('1xa', '2xa', 'ya')).toEqual(['1xa', '2xa', 'ya']);
  });

  test('are the longest where nothing helps', () => {
    const same = [{ name: 'a' }, { name: 'a' }];
    expect([...distinctNames(same, [({ name }) => name, ({ name }) => `long-${name}`]).values()]).toEqual([
      'long-a',
      'long-a',
    ]);
  });
});
