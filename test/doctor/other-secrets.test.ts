import type { Container } from '../../lib/doctor/facts';
import { otherSecrets } from '../../lib/doctor/other-secrets';
import { containerWith, factsWith, serviceWith } from './facts';

const minute = 60_000;
const made = Date.parse('2026-01-01T00:00:00Z');
const secret = '.tandem/secrets/mongo-secrets/keyfile';

/** A pod as Compose runs it: the data, and beside it what reads the secrets; and one that only connects to it. */
const services = [
  serviceWith({ name: 'mongo-volumes', volumes: ['x_data', 'x_run'] }),
  serviceWith({ name: 'mongo-prepare', volumes: ['x_run'], secretFiles: [secret], after: ['mongo-volumes'] }),
  serviceWith({ name: 'mongo', volumes: ['x_data'], after: ['mongo-prepare'] }),
  serviceWith({
    name: 'mongo-rs-config',
    networkMode: 'service:mongo',
    secretFiles: ['.tandem/secrets/mongo-secrets/root'],
  }),
  serviceWith({ name: 'api', secretFiles: ['.tandem/secrets/api/token'] }),
  serviceWith({ name: 'cache', volumes: ['x_cache'] }),
];

const volumes = ['x_data', 'x_cache'].map((name) => ({ name, created: made }));

function found(
  secretTimes: Readonly<Record<string, number>>,
  containers: readonly Container[] = [],
): readonly string[] {
  return otherSecrets(factsWith({ services, volumes, secretTimes, containers })).map(({ what }) => what);
}

const older = [`x_data was made before ${secret}: what is in it may still expect the old secrets`];

test('a volume that is older than a secret of its pod is found, be it of another container', () => {
  expect(found({ [secret]: made + 2 * minute })).toEqual(older);
  expect(found({ '.tandem/secrets/mongo-secrets/root': made + 2 * minute })).toHaveLength(1);
});

test('one that was made after its secrets is not, nor is one whose clock is a little behind', () => {
  expect(found({ [secret]: made - 1 })).toEqual([]);
  expect(found({ [secret]: made + minute })).toEqual([]);
});

test('secrets of other pods say nothing about it', () => {
  expect(found({ '.tandem/secrets/api/token': made + 9 * minute })).toEqual([]);
});

describe('where the pod runs, and another comes to it with the same Secret', () => {
  const password = '.tandem/secrets/mongo-secrets/app-password';
  const client = serviceWith({ name: 'shop', secretFiles: [password] });
  const database = [containerWith({ service: 'mongo', health: 'healthy' })];
  const secretTimes = { [secret]: made + 2 * minute, [password]: made + 2 * minute };
  const foundWith = (shop: Partial<Container>) =>
    otherSecrets(
      factsWith({
        services: [...services, client],
        volumes,
        secretTimes,
        containers: [...database, containerWith({ service: 'shop', ...shop })],
      }),
    ).map(({ what }) => what);

  test('it is the other one who notices that they do not fit', () => {
    expect(foundWith({ health: 'unhealthy' })).toEqual(older);
    expect(foundWith({ health: 'starting' })).toEqual(older);
    expect(foundWith({ restarts: 5, age: 1000 })).toEqual(older);
  });

  test('when both are well, so are the volumes', () => {
    expect(foundWith({ health: 'healthy' })).toEqual([]);
    expect(foundWith({})).toEqual([]);
  });

  test('one that does not run notices nothing', () => {
    expect(foundWith({ running: false, health: 'unhealthy' })).toEqual([]);
  });
});

describe('where the pod runs', () => {
  const running = (service: string, health?: string) => containerWith({ service, health });

  test('and is healthy, its volumes are right', () => {
    expect(found({ [secret]: made + 2 * minute }, [running('mongo', 'healthy'), running('mongo-rs-config')])).toEqual(
      [],
    );
  });

  test('and is not, or nothing asks for its health, they may be wrong', () => {
    for (const health of ['unhealthy', 'starting', undefined])
      expect(found({ [secret]: made + 2 * minute }, [running('mongo', health)])).toEqual(older);
  });

  test('another pod that is healthy says nothing about it', () => {
    expect(found({ [secret]: made + 2 * minute }, [running('api', 'healthy')])).toEqual(older);
  });
});

test('the way out deletes the data, and says so', () => {
  const [finding] = otherSecrets(factsWith({ services, volumes, secretTimes: { [secret]: made + 2 * minute } }));
  expect(finding?.fix).toBe('docker compose down --volumes, which deletes the data; or put the old secrets back.');
});
