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
    ['the oldest Compose', answers, []],
    ['an old engine, where nothing new is used', { ...answers, engine: '24.0.9' }, []],
    ['distributions add to versions', { ...answers, engine: '28.5.2+dfsg4', compose: 'v2.40.3-desktop.1' }, []],
    ['a later major version', { ...answers, engine: '101.0.1', compose: '5.0.0' }, []],
    ['no Docker', { installed: false }, ['Docker is not installed']],
    [
      'an engine that does not run',
      { installed: true, compose: '2.40.3', complaint: 'Cannot connect to the Docker daemon.' },
      ['no Docker Engine answers: Cannot connect to the Docker daemon.'],
    ],
    [
      'an old Compose',
      { ...answers, compose: '2.29.7' },
      ['Docker Compose 2.29.7 is older than 2.30, which compose.yaml is made for'],
    ],
    ['no Compose', { installed: true, engine: '28.5.2' }, ['`docker compose` is not installed']],
  ])('%s', (_, docker, expected) => {
    expect(found({ docker })).toEqual(expected);
  });

  const knows = (program: string, version: string, feature: string) =>
    expect.stringMatching(`^Docker ${program} \\S+ is older than ${version}, .* compose.yaml uses: ${feature}$`);

  test.each<[Facts['files']['features'], string, string, readonly unknown[]]>([
    [['start_interval'], '25.0.0', '2.30.0', []],
    [['start_interval'], '20.10.24+dfsg1', '2.30.0', [knows('Engine', '25.0', 'start_interval')]],
    [['start_interval', 'subpath of a volume'], '26.1.4', '2.30.0', []],
    [['start_interval', 'subpath of a volume'], '25.0.5', '2.30.0', [knows('Engine', '26.0', 'subpath of a volume')]],
    [['image mounts'], '28.0.0', '2.35.0', []],
    [
      ['image mounts', 'start_interval'],
      '24.0.9',
      '2.34.0',
      [knows('Engine', '28.0', 'image mounts'), knows('Compose', '2.35', 'image mounts')],
    ],
  ])('asks for what %j needs of Engine %s and Compose %s', (features, engine, compose, expected) => {
    const files = { ...factsWith({}).files, features };
    expect(found({ docker: { installed: true, engine, compose }, files })).toEqual(expected);
  });
});

describe('the files', () => {
  test.each<[string, Omit<Facts['files'], 'features'>, readonly string[]]>([
    ['no compose.yaml', { missing: [] }, ['there is no compose.yaml here']],
    [
      'files that are not there, after a clone',
      { composeHash: 'abc', missing: ['a', 'b', 'c', 'd', 'e'] },
      ['compose.yaml points to files that are not there: a, b, c and 2 more'],
    ],
    [
      'another compose.yaml, after a git pull',
      { composeHash: 'new', stamp: { compose: 'abc', secrets: {} }, missing: [] },
      ['.tandem was not written together with this compose.yaml, which a git pull or an edit may have changed'],
    ],
    ['no stamp', { composeHash: 'abc', missing: [] }, ['.tandem says not which compose.yaml it belongs to']],
  ])('%s: synth mends it', (_, given, expected) => {
    const files = { ...given, features: [] };
    expect(found({ files })).toEqual(expected);
    expect(fixes({ files })).toEqual([expect.stringMatching(/^npx cdk8s synth/)]);
  });

  test.each<[readonly string[], object, boolean]>([
    [['./.tandem/secrets/db/password', './.tandem/env/api.env'], {}, true],
    [['./.tandem/env/api.env'], {}, true],
    [['./.tandem/env/api.env'], { stamp: { compose: 'abc', secrets: {} } }, false],
    [['./.tandem/configs/a/b'], {}, false],
  ])('where %j are gone, with %j, volumes will refuse the new secrets: %s', (missing, stamp, warned) => {
    const files = { composeHash: 'abc', missing, features: [], ...stamp };
    const volumes = [{ name: 'x_data', created: 0 }];
    const [first, ...rest] = diagnosis(factsWith({ files, volumes })).findings;
    expect(first?.fix).toBe(warned ? 'npx cdk8s synth, but see to the volumes first.' : 'npx cdk8s synth.');
    expect(rest).toEqual(
      warned
        ? [
            {
              what: 'x_data may have been made with secrets that are gone: what is in it refuses those that synth makes anew',
              fix: 'put the old .tandem back; or docker compose down --volumes, which deletes the data, and then npx cdk8s synth.',
            },
          ]
        : [],
    );
    expect(diagnosis(factsWith({ files })).findings).toHaveLength(1);
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
