import type { Container, Service } from '../../lib/doctor/facts';
import { unwell } from '../../lib/doctor/unwell';
import { containerWith, factsWith, serviceWith } from './facts';

const found = (container: Partial<Container>, ...services: readonly Partial<Service>[]) =>
  unwell(factsWith({ services: services.map(serviceWith), containers: [containerWith(container)] }));

test.each<[string, Partial<Container>, readonly string[]]>([
  ['runs', {}, []],
  ['is healthy, after an unlucky start', { health: 'healthy', restarts: 4 }, []],
  ['is starting', { health: 'starting' }, []],
  ['has just started and is not well yet', { health: 'starting', refused: true, age: 29_000 }, []],
  [
    'is only ever starting',
    { health: 'starting', refused: true, age: 30_400 },
    ['api has not become healthy in the 30 s since its start'],
  ],
  ['is unhealthy', { health: 'unhealthy' }, ['api is unhealthy']],
  ['was unhealthy when it ended', { health: 'unhealthy', running: false }, []],
  [
    'ends again and again',
    { restarts: 3, age: 60_000, exitCode: 3 },
    ['api ends again and again, 3 times by now, with exit code 3'],
  ],
  ['runs once more', { restarts: 9, age: 100 }, ['api ends again and again, 9 times by now']],
  ['has ended twice', { restarts: 2, age: 100 }, []],
  ['ended again and again, long ago', { restarts: 9, age: 120_000 }, []],
  ['was stopped in the end', { restarts: 9, age: 100, running: false, exitCode: 137 }, []],
])('one that %s', (_, container, expected) => {
  expect(found(container).map(({ what }) => what)).toEqual(expected);
});

test('one that has failed is found where others wait for its end', () => {
  const failed = { service: 'api-prepare', running: false, exitCode: 2 };
  const api = { after: ['api-prepare'] };
  expect(found(failed)).toEqual([]);
  expect(found(failed, api).map(({ what }) => what)).toEqual([
    'api-prepare has failed with exit code 2, and others wait for it',
  ]);
  expect(found({ ...failed, exitCode: 0 }, api)).toEqual([]);
});

test('what it said stands beside it', () => {
  expect(found({ health: 'unhealthy', answered: ['refused'], logged: ['listening', 'no password'] })).toEqual([
    {
      what: 'api is unhealthy',
      said: ['health check: refused', 'log: listening', 'log: no password'],
      fix: 'mend what it says (all of it: docker compose logs api), then docker compose up --wait.',
    },
  ]);
});
