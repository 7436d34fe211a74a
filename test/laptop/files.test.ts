import { chmodSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPlatform } from '../../apps/data-platform';
import { stale } from '../../lib/doctor/stale';
import { fileFacts, timesOf, unbuildable } from '../../lib/laptop/files';
import { portVariables } from '../../lib/laptop/port-variables';
import { inFolder, written } from '../synthesis';

/** What is found after a synth of the example, and what somebody then did. */
function afterSynth(then: (folder: string) => void): readonly string[] {
  return inFolder((folder) => {
    written(folder, dataPlatform);
    then(folder);
    return stale({ files: fileFacts(folder, 'linux'), volumes: [] }).map(({ what }) => what);
  });
}

test('after a synth nothing is stale, whatever line ends the file then gets', () => {
  expect(afterSynth(() => {})).toEqual([]);
  const toWindows = (folder: string) => {
    const path = join(folder, 'compose.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  };
  expect(afterSynth(toWindows)).toEqual([]);
});

test.each<[string, (folder: string) => void, string]>([
  [
    'a git pull',
    (folder) => writeFileSync(join(folder, 'compose.yaml'), 'services: {}\n'),
    '.tandem was not written together',
  ],
  ['a clone', (folder) => rmSync(join(folder, '.tandem'), { recursive: true }), 'compose.yaml points to files'],
  [
    'a file lost',
    (folder) => rmSync(join(folder, '.tandem/env/api.env')),
    'files that are not there: ./.tandem/env/api.env',
  ],
  [
    'a stamp that is broken',
    (folder) => writeFileSync(join(folder, '.tandem/stamp.json'), '{'),
    '.tandem says not which',
  ],
])('after %s something is', (_, then, what) => {
  expect(afterSynth(then)).toEqual([expect.stringContaining(what)]);
});

test('the stamp names the secrets that variables hold, and no value', () => {
  inFolder((folder) => {
    written(folder, dataPlatform);
    const password = './.tandem/secrets/mongo-secrets/app-password';
    expect(fileFacts(folder, 'linux').stamp).toEqual({
      compose: expect.stringMatching(/^[0-9a-f]{64}$/),
      secrets: { api: [password], 'nightly-load': [password] },
    });
  });
});

test('the mode of the folder is asked where there is one', () => {
  inFolder((folder) => {
    written(folder, dataPlatform);
    chmodSync(join(folder, '.tandem'), 0o755);
    expect((fileFacts(folder, 'darwin').mode ?? 0) & 0o777).toBe(0o755);
    expect(fileFacts(folder, 'win32').mode).toBeUndefined();
    written(folder, dataPlatform);
    expect((fileFacts(folder, 'darwin').mode ?? 0) & 0o777).toBe(0o700);
  });
});

test('a folder or Dockerfile to build from may be missing; a repository is not looked into', () => {
  inFolder((folder) => {
    mkdirSync(join(folder, 'api'));
    writeFileSync(join(folder, 'api', 'Dockerfile'), 'FROM scratch\n');
    const build = (context: string, dockerfile?: string) => ({ service: 'api', context, dockerfile });
    const at = (path: string) => join(folder, path);
    expect(
      unbuildable(folder, [
        build(at('api'), 'Dockerfile'),
        build(at('api')),
        build('https://host/repo.git', 'Dockerfile'),
      ]),
    ).toEqual([]);
    expect(unbuildable(folder, [build(at('etl'), 'Dockerfile'), build(at('api'), 'docker/Dockerfile')])).toEqual([
      { service: 'api', path: 'etl' },
      { service: 'api', path: 'api/docker/Dockerfile' },
    ]);
  });
});

test('the time of a file is that of its last writing; one that is gone was never written', () => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'a'), '');
    utimesSync(join(folder, 'a'), 1000, 1000);
    expect(timesOf(folder, ['a', 'b'])).toEqual({ a: 1_000_000, b: 0 });
  });
});

test('the variable of a port is the one of its service and number', () => {
  inFolder((folder) => {
    written(folder, dataPlatform);
    const variable = portVariables(folder);
    expect(
      ['api 8000', 'api 9000', 'mongo 27017', 'none 1'].map((place) =>
        variable(place.split(' ')[0] ?? '', Number(place.split(' ')[1])),
      ),
    ).toEqual(['API_PORT', undefined, undefined, undefined]);
  });
});
