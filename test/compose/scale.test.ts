import type { LocalOptions } from 'cdk8s-tandem';
import { anyContainer, deployment, type KubeObject, owning, podTemplate } from '../workloads/manifests';
import { composeOf, eachOf, serviceFor, tandemOf, toldOf } from './tandem';

const many = { ...deployment('api'), spec: { replicas: 3, ...owning(podTemplate('api')) } };
const toldFor = (object: KubeObject, local: LocalOptions) => toldOf(tandemOf([object], { api: local }));

test('a laptop runs one of each, unless it is told otherwise, and what differs from the cluster is said', () => {
  expect(composeOf([many]).services.api).not.toHaveProperty('deploy');
  expect(toldFor(many, {})).toEqual(['spec/replicas: local: a laptop runs one']);
  expect(toldFor(many, { replicas: 2 })).toEqual(['spec/replicas: local: a laptop runs 2']);
  expect(toldFor(many, { replicas: 3 })).toEqual([]);
  expect(toldFor(deployment('api'), { replicas: 2 })).toEqual(['spec/replicas: local: a laptop runs 2']);
});

test('several pods of one container are one service, which Compose scales, beside its limits', () => {
  const limits = { cpu: '1' };
  expect(serviceFor({ resources: { limits } }, {}, { replicas: 3 }).deploy).toEqual({
    replicas: 3,
    resources: { limits: { cpus: '1' } },
  });
});

test('none of it: no container of the pod starts, and none needs the network of another', () => {
  const pod = deployment('api', {
    securityContext: { fsGroup: 5 },
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    initContainers: [{ ...anyContainer, name: 'wait' }],
    containers: [
      { ...anyContainer, volumeMounts: [{ name: 'data', mountPath: '/data' }] },
      { ...anyContainer, name: 'tail' },
    ],
  });
  const file = composeOf([pod], { api: { replicas: 0 } });
  const none = { replicas: 0 };
  expect(eachOf(file, 'deploy')).toEqual({ 'api-volumes': none, 'api-wait': none, api: none, 'api-tail': none });
  expect(eachOf(file, 'network_mode')).toMatchObject({ api: undefined, 'api-tail': 'none' });
  expect(file.services.api?.comment).toBe('Left out: its replicas are 0.');
  expect(toldFor(pod, { replicas: 0 })).toContain('spec/replicas: local: a laptop runs none: replicas is 0');
});
