import { sizeOf } from '../../lib/compose/resources';
import { anyService, serviceFor } from './tandem';

const withResources = (resources: object) => serviceFor({ resources });

test('limits bind as in the cluster, and no swap stands beside the memory', () => {
  expect(withResources({ limits: { cpu: '500m', memory: '512Mi' } })).toMatchObject({
    deploy: { resources: { limits: { cpus: '0.5', memory: '512m' } } },
    memswap_limit: '512m',
  });
});

test('who has no limits has none on the laptop', () => {
  expect(withResources({})).toEqual(anyService);
});

test.each([
  ['2', '2'],
  [2, '2'],
  ['1500m', '1.5'],
  ['0.25', '0.25'],
  ['10m', '0.01'],
])('a CPU limit of %s is %s cpus', (cpu, cpus) => {
  expect(withResources({ limits: { cpu } }).deploy).toEqual({ resources: { limits: { cpus } } });
});

test.each([
  ['1Gi', '1g'],
  ['1536Mi', '1536m'],
  ['64Ki', '64k'],
  ['512M', '500000k'],
  ['1G', '1000000000b'],
  ['1e3', '1000b'],
  [134217728, '128m'],
])("a memory limit of %s is %s: Compose's k, m and g are binary", (memory, expected) => {
  expect(withResources({ limits: { memory } })).toMatchObject({
    deploy: { resources: { limits: { memory: expected } } },
    memswap_limit: expected,
  });
});

test.each([
  ['1', 1024],
  ['200m', 204],
  ['250m', 256],
  ['1m', 2],
])('a CPU request of %s is %s shares, as a kubelet makes it', (cpu, shares) => {
  expect(withResources({ requests: { cpu } })).toEqual({ ...anyService, cpu_shares: shares });
});

test('a CPU limit alone is the request, too', () => {
  expect(withResources({ limits: { cpu: '2' } }).cpu_shares).toBe(2048);
  expect(withResources({ limits: { cpu: '2' }, requests: { cpu: '1' } }).cpu_shares).toBe(1024);
});

test('a size is written in the largest unit of which it is a whole number', () => {
  expect([0n, 1n, 1023n, 1024n, 1025n, 1n << 20n, 3n << 30n].map(sizeOf)).toEqual([
    '0b',
    '1b',
    '1023b',
    '1k',
    '1025b',
    '1m',
    '3g',
  ]);
});
