import { Size } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-28';
import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { noText, strangers, withStranger } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const);

interface Amount {
  readonly given: unknown;
  /** In the manifest. */
  readonly text: string;
}

/** An amount of CPU in each of its spellings. */
const cpuOf = (millis: number): fc.Arbitrary<Amount> => {
  const texts = [`${millis}m`, `${millis / 1000}`, `${(millis / 1000).toFixed(3)}`];
  return fc.constantFrom(...texts.map((text) => ({ given: text, text })), {
    given: Cpu.millis(millis),
    text: `${millis}m`,
  });
};

/** A size in each of its spellings. */
const sizeOf = (mebibytes: number): fc.Arbitrary<Amount> => {
  const texts = [`${mebibytes}Mi`, `${mebibytes * 1024}Ki`, `${mebibytes * 2 ** 20}`, `${mebibytes / 1024}Gi`];
  return fc.constantFrom(...texts.map((text) => ({ given: text, text })), {
    given: Size.mebibytes(mebibytes),
    text: `${mebibytes}Mi`,
  });
};

const bounds = (least: number, most: number, amount: (of: number) => fc.Arbitrary<Amount>) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .map((two) => [Math.min(...two), Math.max(...two)] as const)
    .chain(([request, limit]) => fc.record({ request: amount(request), limit: amount(limit), of: fc.constant(limit) }));

const right = fc
  .record({
    kind,
    cpu: bounds(10, 64_000, cpuOf),
    memory: bounds(6, 100_000, sizeOf),
    disk: bounds(1, 100_000, sizeOf),
  })
  .map(
    ({ kind, cpu, memory, disk }): Right => ({
      kind,
      props: { resources: { cpu: given(cpu), memory: given(memory), ephemeralStorage: given(disk) } },
      kept({ container, service }) {
        expect(container.resources).toEqual({
          requests: { cpu: cpu.request.text, memory: memory.request.text, 'ephemeral-storage': disk.request.text },
          limits: { cpu: cpu.limit.text, memory: memory.limit.text, 'ephemeral-storage': disk.limit.text },
        });
        const { limits } = Object(Object(service.deploy).resources);
        const millis = Number(service.cpu_quota ?? limits.cpus * 100_000) / 100;
        expect([Math.round(millis), mebibytesOf(limits.memory)]).toEqual([cpu.of, memory.of]);
      },
    }),
  );

const sizeWords = fc.constantFrom(
  ...[
    '1.5 Gi',
    '100 Mi',
    '1,5Gi',
    '1_000Mi',
    '512',
    '0',
    '500m',
    '-1Gi',
    '10GB',
    '1e3Mi',
    '0x10Mi',
    '１Gi',
    '1gi',
    '1MI',
  ],
  ...[
    'Mi',
    '',
    ' ',
    'NaN',
    'Infinity',
    '1Ei',
    '9999999999999999999999Gi',
    '1e99',
    '0.5',
    '0Mi',
    '${SIZE}',
    '1Mi;',
    '--1Mi',
  ],
);
const cpuWords = fc.constantFrom(
  ...[
    '1.5 cores',
    '1,5',
    '1_000m',
    '0',
    '-1',
    '0.1m',
    '1e3Mi',
    '500M',
    '1Gi',
    '1c',
    '0x1',
    '１',
    '',
    ' ',
    'NaN',
    '1e99',
  ],
  ...['1000000', '${CPU}', '0.0001', '-0', 'm', '5mm', '1.2.3', '500 m'],
);
const wrongSize = fc.oneof(
  sizeWords,
  withStranger(fc.constantFrom('512Mi', '2Gi'), strangers),
  fc.constantFrom<unknown>(512, -1, Size.kibibytes(512), { toMebibytes: () => Number.NaN }),
  noText,
);
const wrongCpu = fc.oneof(cpuWords, withStranger(fc.constantFrom('500m', '1.5'), strangers), noText);

/** Where an amount stands, and what is none there. */
const places: readonly (readonly [
  kind: Right['kind'],
  prop: string,
  (amount: unknown) => object,
  fc.Arbitrary<unknown>,
])[] = [
  ['api', 'resources.cpu.request', (request) => ({ resources: { cpu: { request } } }), wrongCpu],
  ['api', 'resources.cpu.limit', (limit) => ({ resources: { cpu: { limit } } }), fc.oneof(wrongCpu, fc.constant('9m'))],
  ['cron', 'resources.memory.request', (request) => ({ resources: { memory: { request } } }), wrongSize],
  [
    'job',
    'resources.memory.limit',
    (limit) => ({ resources: { memory: { limit } } }),
    fc.oneof(wrongSize, fc.constant('5Mi'), fc.constant('none')),
  ],
  ['api', 'resources.ephemeralStorage.limit', (limit) => ({ resources: { ephemeralStorage: { limit } } }), wrongSize],
  ['mongo', 'storage', (storage) => ({ storage }), fc.oneof(wrongSize, fc.constantFrom('1023Mi', '2Pi'))],
  ['job', 'checkpoint.size', (size) => ({ checkpoint: { size } }), wrongSize],
];

const wrong = fc
  .constantFrom(...places)
  .chain(([kind, prop, props, wrong]) => wrong.map((amount): Wrong => ({ kind, prop, props: props(amount) })));

/** A request above its limit. */
const tooMuch = fc.tuple(fc.integer({ min: 11, max: 64_000 }), fc.integer({ min: 1, max: 9_000 })).map(
  ([limit, more]): Wrong => ({
    kind: 'api',
    prop: 'resources.cpu.request',
    props: { resources: { cpu: { request: `${limit + more}m`, limit: `${limit}m` } } },
  }),
);

const typed = (amounts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, k8s.Quantity.fromString(text)]));

/** The same in a container beside the main one, of whatever there is to ask for. */
const tooMuchBeside = fc
  .tuple(
    fc.constantFrom('containers', 'initContainers'),
    fc.constantFrom('cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu'),
    fc.integer({ min: 1, max: 50 }),
    fc.integer({ min: 1, max: 50 }),
  )
  .map(([list, name, limit, more]): Wrong => {
    const unit = name === 'nvidia.com/gpu' ? '' : 'Gi';
    const resources = {
      requests: typed({ ...(unit && { cpu: '1', memory: '1' }), [name]: `${limit + more}${unit}` }),
      limits: typed({ [name]: `${limit}${unit}` }),
    };
    const place = list === 'containers' ? 'containers/1' : 'initContainers/0';
    return {
      kind: 'api',
      prop: `spec/template/spec/${place}/resources/requests/${name.replace('/', '~1')}`,
      props: { [list]: [{ name: 'beside', image: 'ghcr.io/acme/b:1', resources }] },
    };
  });

const nowhere = fc
  .tuple(
    kind,
    fc.constantFrom<Record<string, string>>({ cpu: '-1' }, { memory: '-1Mi' }, { gpu: '1' }, { storage: '1Gi' }),
  )
  .map(([kind, overhead]): Wrong => ({ kind, prop: 'spec/', props: { pod: { overhead: typed(overhead) } } }));

const spelt = fc.oneof(
  fc
    .tuple(fc.constantFrom('1', '0.5', '500', '1e3', '-1', '0'), fc.constantFrom('', 'm', 'Mi', 'Gi', 'M', 'Mb', ' Mi'))
    .map((parts) => parts.join('')),
  fc.constantFrom<unknown>(
    1,
    0.5,
    '8000',
    Number.NaN,
    1e21,
    '1E3',
    '+1',
    '.5',
    '5.',
    '1e-3',
    '100e3Ki',
    '0.5Gi',
    '1n',
    '1u',
    '1e9n',
  ),
);
const nearBounds = fc.record({ request: spelt, limit: fc.oneof(spelt, fc.constant('none')) }, { requiredKeys: [] });
const known = fc.constantFrom('cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu');
const odd = fc.constantFrom(
  ...['hugepages-x', 'gpu', 'storage', 'kubernetes.io/x', 'requests.acme.com/x', 'acme.com/a_b', 'Acme.com/x', '/x'],
);
const amount = fc.constantFrom('1', '2', '4', '2Mi', '4Mi', '1Gi', '1e3', '0');
const nearAmounts = fc
  .dictionary(
    fc.oneof({ weight: 9, arbitrary: known }, odd),
    fc.oneof({ weight: 9, arbitrary: amount }, fc.constantFrom('-1', '500m', '1.5', '0.5Gi', '0.1Gi')),
    { maxKeys: 3 },
  )
  .map(typed);
const near = fc.oneof(
  fc
    .tuple(kind, fc.constantFrom('containers', 'initContainers'), nearAmounts, nearAmounts)
    .map(([kind, list, requests, limits]) => ({
      kind,
      props: { [list]: [{ name: 'beside', image: 'ghcr.io/acme/b:1', resources: { requests, limits } }] },
    })),
  fc.tuple(kind, nearAmounts).map(([kind, overhead]) => ({ kind, props: { pod: { overhead } } })),
  fc
    .tuple(kind, fc.record({ cpu: nearBounds, memory: nearBounds, ephemeralStorage: nearBounds }, { requiredKeys: [] }))
    .map(([kind, resources]) => ({ kind, props: { resources } })),
  spelt.map((storage) => ({ kind: 'mongo' as const, props: { storage } })),
  spelt.map((size) => ({ kind: 'job' as const, props: { checkpoint: { size } } })),
);

export const quantities: Family = {
  right: fc.oneof(
    right,
    fc
      .integer({ min: 1024, max: 2 ** 20 })
      .chain(sizeOf)
      .map(
        ({ given, text }): Right => ({
          kind: 'mongo',
          props: { storage: given },
          kept({ objects }) {
            const claim = { spec: expect.objectContaining({ resources: { requests: { storage: text } } }) };
            const set = objects.find(({ kind }) => kind === 'StatefulSet');
            expect(set?.spec).toMatchObject({ volumeClaimTemplates: [claim] });
          },
        }),
      ),
  ),
  wrong: fc.oneof({ weight: 5, arbitrary: wrong }, tooMuch, tooMuchBeside, nowhere),
  near,
};

function given({ request, limit }: { readonly request: Amount; readonly limit: Amount }): object {
  return { request: request.given, limit: limit.given };
}

/** As Docker reads a size: https://pkg.go.dev/github.com/docker/go-units#RAMInBytes. */
function mebibytesOf(text: unknown): number {
  const [, number, unit = 'b'] = /^(\d+)([bkmg]?)$/.exec(String(text)) ?? [];
  return (Number(number) * { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }[unit as 'b']) / 2 ** 20;
}
