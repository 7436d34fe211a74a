import { anyContainer, deployment, object, podTemplate } from '../workloads/manifests';
import { anyService, composeOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

const exec = (...command: readonly string[]) => ({ exec: { command } });

describe('a hook', () => {
  test('is a command beside the start and before the end, in words that nobody expands', () => {
    const lifecycle = { postStart: exec('touch', '/tmp/$(A)'), preStop: exec('sleep', '5'), stopSignal: 'SIGQUIT' };
    const env = [{ name: 'A', value: 'b' }];
    expect(serviceFor({ env, lifecycle })).toEqual({
      ...anyService,
      environment: { A: 'b' },
      post_start: [{ command: ['touch', '/tmp/$(A)'] }],
      pre_stop: [{ command: ['sleep', '5'] }],
      stop_signal: 'SIGQUIT',
    });
    const place = 'containers/0/lifecycle';
    expect(toldFor({ lifecycle })).toEqual([
      `${place}/postStart/exec/command: approximated: runs when Compose starts the container, not when Docker starts it again after its end`,
      `${place}/preStop/exec/command: approximated: runs with docker compose stop, down and restart; not when a container is made anew, and without a limit`,
    ]);
  });

  test('before the end may fail as in a cluster, where the image has a shell: Compose would not stop the container', () => {
    const preStop = exec('/bin/sh', '-c', 'drain && sleep 5');
    expect(serviceFor({ lifecycle: { preStop } }).pre_stop).toEqual([
      { command: ['/bin/sh', '-c', '"$@" || true', '/bin/sh', '/bin/sh', '-c', 'drain && sleep 5'] },
    ]);
  });

  test('of a job is not run by docker compose run', () => {
    const container = { ...anyContainer, lifecycle: { preStop: exec('drain', '--all'), stopSignal: 'SIGINT' } };
    const template = podTemplate('load', { restartPolicy: 'Never', containers: [container] });
    const job = object('batch/v1', 'Job', 'load', { spec: { template } });
    expect(composeOf([job]).services.load).toEqual({
      image: 'acme/api:1',
      networks: { open: {} },
      profiles: ['jobs'],
      stop_grace_period: '30s',
      stop_signal: 'SIGINT',
    });
    expect(toldOf(tandemOf([job]))).toEqual([
      'containers/0/lifecycle/preStop/exec/command/0: dropped: docker compose run runs no hooks',
      'containers/0/lifecycle/preStop/exec/command/1: dropped: docker compose run runs no hooks',
    ]);
  });

  test('of a sidecar is one, too', () => {
    const proxy = { ...anyContainer, name: 'proxy', restartPolicy: 'Always', lifecycle: { preStop: exec('drain') } };
    expect(composeOf([deployment('api', { initContainers: [proxy] })]).services['api-proxy']?.pre_stop).toEqual([
      { command: ['drain'] },
    ]);
  });
});

const nothingElse = 'dropped: Compose runs a command before the end, or after the start, and nothing else';

test.each<[string, object, readonly string[]]>([
  [
    'asks by HTTP',
    { preStop: { httpGet: { path: '/drain', port: 8000, scheme: 'HTTP', httpHeaders: [{ name: 'A', value: 'b' }] } } },
    [
      `preStop/httpGet/httpHeaders/0/name: ${nothingElse}`,
      `preStop/httpGet/httpHeaders/0/value: ${nothingElse}`,
      `preStop/httpGet/path: ${nothingElse}`,
      `preStop/httpGet/port: ${nothingElse}`,
      `preStop/httpGet/scheme: ${nothingElse}`,
    ],
  ],
  ['asks by TCP', { postStart: { tcpSocket: { port: 1 } } }, [`postStart/tcpSocket/port: ${nothingElse}`]],
  ['waits after the start', { postStart: { sleep: { seconds: 1 } } }, [`postStart/sleep/seconds: ${nothingElse}`]],
  [
    'waits before the end',
    { preStop: { sleep: { seconds: 15 } } },
    [
      'preStop/sleep/seconds: dropped: the time in which a cluster takes the pod out of its Services: Docker does that at once',
    ],
  ],
])('a hook that %s is left out', (_, lifecycle, told) => {
  expect(serviceFor({ lifecycle })).toEqual(anyService);
  expect(toldFor({ lifecycle })).toEqual(told.map((line) => `containers/0/lifecycle/${line}`));
});
