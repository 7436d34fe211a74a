import { anyContainer, deployment, job, type KubeObject, networkPolicy, service } from '../workloads/manifests';
import { composeOf, eachOf } from './tandem';

const named = (name: string, more: object = {}) => ({ ...anyContainer, name, ...more });
const sidecar = (name: string, more: object = {}) => named(name, { restartPolicy: 'Always', ...more });
const done = { condition: 'service_completed_successfully' };
const started = { condition: 'service_started' };
const healthy = { condition: 'service_healthy' };
const asks = { exec: { command: ['true'] } };

/** A NetworkPolicy by which only the client talks to the server. */
const edge = (client: string, server: string) =>
  networkPolicy(`${client}-${server}`, {
    podSelector: { matchLabels: { app: server } },
    ingress: [{ from: [{ podSelector: { matchLabels: { app: client } } }] }],
  });
const order = (objects: readonly KubeObject[]) => eachOf(composeOf(objects), 'depends_on');

describe('the containers of a pod', () => {
  test('start one after the other: each init container ends before the next begins', () => {
    const pod = { initContainers: [named('wait'), named('migrate')], containers: [named('main'), named('tail')] };
    expect(order([deployment('api', pod)])).toEqual({
      'api-wait': undefined,
      'api-migrate': { 'api-wait': done },
      api: { 'api-migrate': done },
      // The one whose network it is has waited for all that starts before.
      'api-tail': { api: { ...started, restart: true } },
    });
  });

  test('restart with the one that holds their network, which ends with it', () => {
    const pod = { containers: [named('main'), named('tail')] };
    expect(order([deployment('api', pod)])).toEqual({
      api: undefined,
      'api-tail': { api: { condition: 'service_started', restart: true } },
    });
  });

  test('start once a sidecar before them has', () => {
    const pod = { initContainers: [named('first'), sidecar('proxy'), named('second')] };
    expect(order([deployment('api', pod)])).toEqual({
      'api-first': undefined,
      'api-proxy': { 'api-first': done },
      'api-second': { 'api-proxy': { ...started, restart: true } },
      api: { 'api-second': done, 'api-proxy': { ...started, restart: true } },
    });
  });

  test('wait for the startup probe of a sidecar, but not for its readiness', () => {
    const pod = {
      initContainers: [sidecar('proxy', { startupProbe: asks }), sidecar('agent', { readinessProbe: asks })],
    };
    expect(order([deployment('api', pod)])).toEqual({
      'api-proxy': undefined,
      'api-agent': { 'api-proxy': { ...healthy, restart: true } },
      api: { 'api-agent': started, 'api-proxy': { ...healthy, restart: true } },
    });
  });

  test('wait for a sidecar to start only where nothing can ask its probe', () => {
    const pod = { initContainers: [sidecar('proxy', { startupProbe: { tcpSocket: { port: 1 } } })] };
    expect(order([deployment('api', pod)]).api).toEqual({ 'api-proxy': { ...started, restart: true } });
  });
});

describe('connected workloads', () => {
  const ready = (name: string) => deployment(name, { containers: [{ ...anyContainer, readinessProbe: asks }] });

  test('start servers first: by their health, where they have a check of it', () => {
    const objects = [deployment('web'), ready('api'), deployment('db'), edge('web', 'api'), edge('api', 'db')];
    expect(order(objects)).toEqual({ web: { api: healthy }, api: { db: started }, db: undefined });
  });

  test('wait before the first of their containers', () => {
    const pod = { initContainers: [named('migrate')], containers: [named('main'), named('tail')] };
    expect(order([deployment('api', pod), ready('db'), edge('api', 'db')])).toMatchObject({
      'api-migrate': { db: healthy },
      api: { 'api-migrate': done },
      'api-tail': { api: started },
    });
  });

  test('wait for the main container of a server, whichever holds its network', () => {
    const pod = { initContainers: [sidecar('proxy')], containers: [named('main', { readinessProbe: asks })] };
    expect(order([deployment('web'), deployment('api', pod), edge('web', 'api')]).web).toEqual({ api: healthy });
  });

  test('of a circle close it without waiting', () => {
    const objects = ['a', 'b', 'c'].map((name) => deployment(name));
    expect(order([...objects, edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).toEqual({
      a: { b: started },
      b: { c: started },
      c: undefined,
    });
    expect(order([deployment('a'), deployment('b'), edge('a', 'b'), edge('b', 'a')])).toEqual({
      a: { b: started },
      b: undefined,
    });
  });

  test('do not wait for a job, which nobody may have run, while a job waits for its servers', () => {
    expect(order([deployment('web'), job('load'), ready('db'), edge('web', 'load'), edge('load', 'db')])).toEqual({
      web: undefined,
      load: { db: healthy },
      db: undefined,
    });
  });

  test('do not wait for their clients, though nothing forbids them to call those', () => {
    expect(order([ready('db'), ready('api'), edge('api', 'db')])).toEqual({ db: undefined, api: { db: healthy } });
  });

  test('of a namespace where all may call all wait for those that they call by name', () => {
    const everybody = [{ podSelector: {} }];
    const all = networkPolicy('all', { podSelector: {}, ingress: [{ from: everybody }], egress: [{ to: everybody }] });
    const env = [{ name: 'DB', value: 'redis://db:6379' }];
    const api = deployment('api', { containers: [{ ...anyContainer, env }] });
    expect(order([deployment('db'), api, service('db', 'db'), all])).toEqual({ db: undefined, api: { db: started } });
  });

  test('do not wait where no policy says who calls whom', () => {
    expect(order([deployment('web'), ready('api')])).toEqual({ web: undefined, api: undefined });
  });
});
