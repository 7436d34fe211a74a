import { anyContainer, deployment, object, podTemplate } from '../workloads/manifests';
import { composeOf, eachOf, tandemOf, toldOf } from './tandem';

const named = (name: string, restartPolicy?: string) => ({
  ...anyContainer,
  name,
  ...(restartPolicy && { restartPolicy }),
});
const pod = (spec: object) => ({
  ...deployment('api'),
  apiVersion: 'v1',
  kind: 'Pod',
  spec: podTemplate('api', spec).spec,
});

const ends = 'spec/restartPolicy: approximated: Compose takes it for a service that stays';

describe('what ends is started again', () => {
  test.each([
    ['Always', 'unless-stopped'],
    ['OnFailure', 'on-failure', ends],
    ['Never', undefined, ends],
  ])('as the pod says: %s', (restartPolicy, restart, ...told) => {
    expect(composeOf([pod({ restartPolicy })]).services.api?.restart).toBe(restart);
    expect(toldOf(tandemOf([pod({ restartPolicy })]))).toEqual(told);
  });

  test('as the container says, over its pod', () => {
    const containers = [named('main'), named('once', 'Never'), named('retry', 'OnFailure')];
    expect(eachOf(composeOf([pod({ containers })]), 'restart')).toEqual({
      api: 'unless-stopped',
      'api-once': undefined,
      'api-retry': 'on-failure',
    });
  });

  test('always by itself is no sidecar, which alone others wait for', () => {
    const containers = [named('main'), named('tail', 'Always'), named('last')];
    expect(eachOf(composeOf([deployment('api', { containers })]), 'depends_on')['api-last']).toEqual({
      api: { condition: 'service_started', restart: true },
    });
  });

  test('not where somebody runs it by hand and sees it fail', () => {
    const initContainers = [named('first', 'OnFailure')];
    const template = podTemplate('load', {
      restartPolicy: 'Never',
      initContainers,
      containers: [named('main', 'OnFailure')],
    });
    const job = object('batch/v1', 'Job', 'load', { spec: { template } });
    expect(eachOf(composeOf([job]), 'restart')).toEqual({ 'load-first': undefined, load: undefined });
    expect(toldOf(tandemOf([job])).filter((line) => line.includes('restartPolicy'))).toEqual([
      'containers/0/restartPolicy: dropped: not tried again: whoever runs it sees it fail',
      'initContainers/0/restartPolicy: dropped: not tried again: whoever runs it sees it fail',
    ]);
  });
});
