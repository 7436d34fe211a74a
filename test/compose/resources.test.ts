import { sizeOf } from '../../lib/compose/resources';
import { anyContainer, deployment } from '../workloads/manifests';
import { anyService, composeOf, eachOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

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
  ['1', '1'],
  [1, '1'],
  ['0.25', '0.25'],
  ['10m', '0.01'],
])('a CPU limit of %s is %s cpus', (cpu, cpus) => {
  expect(withResources({ limits: { cpu } })).toMatchObject({ deploy: { resources: { limits: { cpus } } } });
});

test.each([
  ['8', 800000],
  ['1500m', 150000],
  ['9m', 1000],
  ['1m', 1000],
])(
  'a CPU limit of %s is %s µs of each 100 ms: Docker refuses more cpus than a laptop has, or hardly any',
  (cpu, quota) => {
    const service = withResources({ limits: { cpu } });
    expect(service.deploy).toBeUndefined();
    expect(service.cpu_quota).toBe(quota);
  },
);

test.each([
  ['1Gi', '1g'],
  ['1536Mi', '1536m'],
  ['6500Ki', '6500k'],
  ['512M', '500000k'],
  ['1G', '1000000000b'],
  ['1e7', '10000000b'],
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

describe('memory', () => {
  test('that is asked for is kept, as near as Docker can', () => {
    const resources = { requests: { memory: '256Mi' }, limits: { memory: '512Mi' } };
    expect(withResources(resources).deploy).toEqual({
      resources: { limits: { memory: '512m' }, reservations: { memory: '256m' } },
    });
    expect(toldFor({ resources })).toEqual([
      'containers/0/resources/requests/memory: approximated: kept for it when memory is short, but nothing is placed by it',
    ]);
  });

  test('of less than 6 MiB Docker neither limits nor keeps', () => {
    const resources = { requests: { memory: '1Mi' }, limits: { memory: '4Mi' } };
    expect(withResources(resources)).toEqual({
      ...anyService,
      deploy: { resources: { limits: { memory: '6m' } } },
      memswap_limit: '6m',
    });
    expect(toldFor({ resources })).toEqual([
      'containers/0/resources/limits/memory: approximated: Docker sets no limit below 6 MiB',
      'containers/0/resources/requests/memory: dropped: Docker keeps no less than 6 MiB for a container',
    ]);
  });
});

describe('what a pod says of all its containers', () => {
  const resources = { requests: { memory: '64Mi' }, limits: { cpu: '1', memory: '128Mi' } };

  test('is true of the only one', () => {
    const expected = { limits: { cpus: '1', memory: '128m' }, reservations: { memory: '64m' } };
    expect(serviceFor({}, { resources }).deploy).toEqual({ resources: expected });
    expect(toldFor({}, { resources })).toEqual([
      'resources/requests/memory: approximated: kept for it when memory is short, but nothing is placed by it',
    ]);
    expect(serviceFor({ resources: { limits: { cpu: '500m' } } }, { resources }).deploy?.resources?.limits?.cpus).toBe(
      '0.5',
    );
  });

  test('is true of none of several', () => {
    const pod = deployment('api', { resources, containers: [anyContainer, { ...anyContainer, name: 'tail' }] });
    expect(eachOf(composeOf([pod]), 'deploy')).toEqual({ api: undefined, 'api-tail': undefined });
    const together = 'dropped: of all containers together: Compose limits each by itself';
    expect(toldOf(tandemOf([pod]))).toEqual([
      `resources/limits/cpu: ${together}`,
      `resources/limits/memory: ${together}`,
      `resources/requests/memory: ${together}`,
    ]);
  });
});

const device = 'dropped: a device that nodes hand out by this name';

test.each<[string, object, readonly string[]]>([
  [
    'disk',
    { limits: { 'ephemeral-storage': '1Gi' } },
    ['limits/ephemeral-storage: dropped: disk of a node: Docker does not measure what a container writes'],
  ],
  [
    'graphics processors',
    { limits: { 'nvidia.com/gpu': 1 } },
    [
      'limits/nvidia.com~1gpu: dropped: a laptop may have no such processor, and Docker would then not start the container',
    ],
  ],
  [
    'other devices',
    { requests: { 'acme.com/fpga': 1 }, limits: { 'acme.com/fpga': 1 } },
    [`limits/acme.com~1fpga: ${device}`, `requests/acme.com~1fpga: ${device}`],
  ],
  ['nothing', { limits: {}, requests: {} }, ['limits: dropped: says nothing', 'requests: dropped: says nothing']],
])('%s of a node cannot be had from Docker', (_, resources, told) => {
  expect(withResources(resources)).toEqual(anyService);
  expect(toldFor({ resources })).toEqual(told.map((line) => `containers/0/resources/${line}`));
});

test('large pages of a node cannot be had from Docker', () => {
  const resources = { requests: { cpu: '1' }, limits: { 'hugepages-2Mi': '64Mi' } };
  expect(withResources(resources)).toEqual(withResources({ requests: { cpu: '1' } }));
  expect(toldFor({ resources })).toContain(
    'containers/0/resources/limits/hugepages-2Mi: dropped: memory that a node sets apart: Docker hands out none',
  );
});

test('devices by claim of a node cannot be had from Docker', () => {
  const pod = { resourceClaims: [{ name: 'a', resourceClaimName: 'card' }] };
  expect(toldFor({ resources: { claims: [{ name: 'a' }] } }, pod)).toContain(
    'containers/0/resources/claims/0/name: dropped: devices that a cluster hands out',
  );
});
