import { k8s } from 'cdk8s-plus-28';
import { mergePatch } from '../../lib/pods/merge-patch';

test('maps are merged field by field, lists replaced, and null takes away', () => {
  const spec: k8s.PodSpec = {
    containers: [{ name: 'api' }],
    securityContext: { runAsUser: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
  };
  const patch = {
    containers: [{ name: 'other' }],
    hostNetwork: true,
    securityContext: { runAsUser: null, fsGroup: 7 },
  };
  expect(mergePatch(spec, patch)).toEqual({
    containers: [{ name: 'other' }],
    hostNetwork: true,
    securityContext: { fsGroup: 7, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(spec.securityContext?.runAsUser).toBe(10001);
});

test('a quantity is one value: it is replaced, not merged', () => {
  const quantity = k8s.Quantity.fromString('1Gi');
  const limits = { limits: { cpu: k8s.Quantity.fromString('1'), memory: k8s.Quantity.fromString('1Mi') } };
  expect(mergePatch<k8s.ResourceRequirements>(limits, { limits: { memory: quantity } }).limits?.memory).toBe(quantity);
});

test('what is undefined changes nothing', () => {
  expect(mergePatch<k8s.PodSpec>({ containers: [], hostname: 'a' }, { hostname: undefined })).toEqual({
    containers: [],
    hostname: 'a',
  });
  expect(mergePatch({ a: 1 }, undefined)).toEqual({ a: 1 });
});
