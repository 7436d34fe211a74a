import { diagnosis } from '../../lib/doctor/diagnosis';
import type { Facts } from '../../lib/doctor/facts';
import { factsWith, serviceWith } from './facts';

const found = (facts: Partial<Facts>) => diagnosis(factsWith(facts)).findings.map(({ what }) => what);
const fixes = (facts: Partial<Facts>) => diagnosis(factsWith(facts)).findings.map(({ fix }) => fix);

test('where all is well nothing is found, and nothing is to be noted', () => {
  expect(diagnosis(factsWith({}))).toEqual({ findings: [], notes: [] });
});

describe('Docker', () => {
  const answers = { installed: true, engine: '25.0.0', compose: '2.30.0' };

  test.each<[string, Facts['docker'], readonly string[]]>([
    ['the oldest engine and Compose', answers, []],
    ['distributions add to versions', { ...answers, engine: '28.5.2+dfsg4', compose: 'v2.40.3-desktop.1' }, []],
    ['a later major version', { ...answers, engine: '101.0.1', compose: '5.0.0' }, []],
    ['no Docker', { installed: false }, ['Docker is not installed']],
    [
      'an engine that does not run',
      { installed: true, compose: '2.40.3', complaint: 'Cannot connect to the Docker daemon.' },
      ['no Docker Engine answers: Cannot connect to the Docker daemon.'],
    ],
    [
      'an old engine',
      { ...answers, engine: '24.0.9' },
      ['Docker Engine 24.0.9 is older than 25.0, which knows no start_interval'],
    ],
    [
      'an old Compose',
      { ...answers, compose: '2.29.7' },
      ['Docker Compose 2.29.7 is older than 2.30, which compose.yaml is made for'],
    ],
    ['no Compose', { installed: true, engine: '28.5.2' }, ['`docker compose` is not installed']],
    [
      'an engine and Compose that are old',
      { ...answers, engine: '20.10.24+dfsg1', compose: '1.29.2' },
      [expect.stringContaining('Engine 20.10.24'), expect.stringContaining('Compose 1.29.2')] as never,
    ],
  ])('%s', (_, docker, expected) => {
    expect(found({ docker })).toEqual(expected);
  });
});

describe('the files', () => {
  test.each<[string, Facts['files'], readonly string[]]>([
    ['no compose.yaml', { missing: [] }, ['there is no compose.yaml here']],
    [
      'files that are not there, after a clone',
      { composeHash: 'abc', missing: ['a', 'b', 'c', 'd', 'e'] },
      ['compose.yaml points to files that are not there: a, b, c and 2 more'],
    ],
    [
      'another compose.yaml, after a git pull',
      { composeHash: 'new', stamp: { compose: 'abc', secrets: {} }, missing: [] },
      ['.tandem was not written together with this compose.yaml, which a git pull may have changed'],
    ],
    ['no stamp', { composeHash: 'abc', missing: [] }, ['.tandem says not which compose.yaml it belongs to']],
  ])('%s: synth mends it', (_, files, expected) => {
    expect(found({ files })).toEqual(expected);
    expect(fixes({ files })).toEqual([expect.stringMatching(/^npx cdk8s synth/)]);
  });

  test('what Compose refuses is said in its words', () => {
    expect(found({ refusal: 'services.api.ports.0 must be a string' })).toEqual([
      'Compose refuses the files: services.api.ports.0 must be a string',
    ]);
  });

  test.each([
    [0o40700, []],
    [undefined, []],
    [0o40755, [".tandem, with this laptop's secrets, is open to other users (mode 755)"]],
    [0o40710, [".tandem, with this laptop's secrets, is open to other users (mode 710)"]],
  ])('the folder of the secrets may have mode %o or not', (mode, expected) => {
    expect(found({ files: { ...factsWith({}).files, mode } })).toEqual(expected);
  });

  test('what images are built from and is not there', () => {
    expect(found({ unbuildable: [{ service: 'api', path: 'services/api/Dockerfile' }] })).toEqual([
      'api is built from what is not there: services/api/Dockerfile',
    ]);
  });
});

test('a port that somebody else holds is named, with its holder and with the variable that moves it', () => {
  const taken = [
    { service: 'api', port: 8000, variable: 'API_PORT', by: 'other-web-1' },
    { service: 'web', port: 80 },
  ];
  expect(found({ taken })).toEqual([
    'port 8000, which api publishes, is in use by the container other-web-1',
    'port 80, which web publishes, is in use',
  ]);
  expect(fixes({ taken })).toEqual([
    'end what holds it, or take another: a line `API_PORT=…` in .env.',
    'end what holds it, or publish another.',
  ]);
});

describe('programs that an image lacks', () => {
  const image = { here: true, path: '/usr/local/bin:/bin', programs: ['/bin/sh', '/usr/local/bin/python'] };
  const lacks = (service: object, programs = image.programs) =>
    found({ services: [serviceWith(service)], images: { 'acme/api:1': { ...image, programs } } });

  test('the one that asks for the health', () => {
    expect(lacks({ healthcheck: ['CMD', 'python', '-c', 'import this'] })).toEqual([]);
    expect(lacks({ healthcheck: ['CMD', 'node', '-e', '1'] })).toEqual([
      'api needs node for its health check, and acme/api:1 does not hold it',
    ]);
  });

  test('the shell of CMD-SHELL, and what is called in it', () => {
    const healthcheck = ['CMD-SHELL', 'curl -fgksS "http://$$HOSTNAME:80/"'];
    expect(lacks({ healthcheck }, [])).toEqual([
      'api needs /bin/sh for its health check, and acme/api:1 does not hold it',
      'api needs curl for its health check, and acme/api:1 does not hold it',
    ]);
    expect(lacks({ healthcheck }, ['/bin/sh', '/bin/curl'])).toEqual([]);
  });

  test('those of the one-shot that gives volumes to their group', () => {
    const entrypoint = ['sh', '-c', 'chgrp 10001 run data && chmod g+rwxs run data'];
    expect(lacks({ entrypoint, name: 'api-volumes' }, ['/bin/chmod'])).toEqual([
      'api-volumes needs sh for its start, and acme/api:1 does not hold it',
      'api-volumes needs chgrp for its start, and acme/api:1 does not hold it',
    ]);
  });

  test('the PATH of the service counts before that of the image', () => {
    expect(lacks({ entrypoint: ['python'], path: '/opt/bin' })).toHaveLength(1);
    expect(lacks({ entrypoint: ['python'], path: '/opt/bin' }, ['/opt/bin/python'])).toEqual([]);
  });

  test('what is mounted, or lies where only the container knows, is not looked for', () => {
    const mounts = ['/scripts', '/entry.sh'];
    for (const program of ['/scripts/run.sh', '/entry.sh', './run.sh'])
      expect(lacks({ entrypoint: [program], mounts })).toEqual([]);
    expect(lacks({ entrypoint: ['/scripts2/run.sh'], mounts })).toHaveLength(1);
  });

  test('an image that is not here, or cannot be looked into, is no finding; the first is a note with the way to get it', () => {
    const services = [
      serviceWith({ entrypoint: ['x'] }),
      serviceWith({ name: 'etl', image: 'acme/etl:1', built: true }),
      serviceWith({ name: 'db', image: 'postgres:16', healthcheck: ['CMD', 'pg_isready'] }),
    ];
    const absent = { here: false, path: '', programs: [] };
    const images = {
      'acme/api:1': { ...absent, here: true, complaint: 'no' },
      'acme/etl:1': absent,
      'postgres:16': absent,
    };
    const { findings, notes } = diagnosis(factsWith({ services, images }));
    expect(findings).toEqual([]);
    expect(notes.map(({ fix }) => fix)).toEqual(['docker compose build etl', 'docker compose pull db']);
  });
});
