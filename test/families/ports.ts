import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { noCount } from './strangers';

const free = fc.integer({ min: 1024, max: 65_535 });
const any = fc.integer({ min: 1, max: 65_535 });

const right = fc
  .uniqueArray(free, { minLength: 3, maxLength: 3 })
  .chain(([port = 0, servicePort = 0, metrics = 0]) =>
    any.map((published) => ({ port, servicePort, metrics, published })),
  )
  .map(
    ({ port, servicePort, metrics, published }): Right => ({
      kind: 'api',
      // Two of one app cannot publish one port.
      id: `at-${published}`,
      props: { port, servicePort, metrics: { port: metrics }, local: { publish: published } },
      kept({ container, service, objects }) {
        expect(container.ports).toMatchObject([{ containerPort: port }, { containerPort: metrics }]);
        expect(objects.find(({ kind }) => kind === 'Service')?.spec).toMatchObject({
          ports: [{ port: servicePort, targetPort: 'http' }, { port: metrics }],
        });
        expect(service.ports).toEqual([`127.0.0.1:${published}:${port}`]);
      },
    }),
  );

const outside = fc.oneof(noCount, fc.constantFrom(0, 65_536, 70_000, 2 ** 31));
const bound = fc.oneof(outside, fc.integer({ min: 1, max: 1023 }));

/** Each is told where it stands. */
const wrong: fc.Arbitrary<Wrong> = fc.oneof(
  bound.map((port) => ({ kind: 'api' as const, prop: 'port', props: { port } })),
  outside.map((servicePort) => ({ kind: 'api' as const, prop: 'servicePort', props: { servicePort } })),
  bound.map((port) => ({ kind: 'api' as const, prop: 'metrics.port', props: { metrics: { port } } })),
  outside
    .filter((value) => typeof value !== 'object')
    .map((publish) => ({ kind: 'api' as const, prop: 'local.publish', props: { local: { publish } } })),
  outside.map((hostPort) => ({
    kind: 'mongo' as const,
    prop: 'local.publish[0].hostPort',
    props: { local: { publish: [{ port: 27_017, hostPort }] } },
  })),
  free.map((port) => ({
    kind: 'api' as const,
    prop: 'servicePort',
    props: {
      port: port === 8000 ? 8001 : 8000,
      servicePort: port === 8000 ? 8002 : port,
      metrics: { port: port === 8000 ? 8002 : port },
    },
  })),
);

const number = fc.oneof(fc.integer({ min: -1, max: 70_000 }), fc.constantFrom<unknown>(0.5, '8000', Number.NaN, 1e21));

export const ports: Family = {
  right,
  wrong,
  near: fc.record({
    kind: fc.constant('api' as const),
    props: fc.record({ port: number, servicePort: number, metrics: fc.record({ port: number }) }, { requiredKeys: [] }),
  }),
};
