import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../lib/compose/compose-file';
import { sourceRemarks } from '../../lib/remarks/sources';
import { inFolder } from '../synthesis';

const nowhere = join(__dirname, 'nowhere');

/** What is said of a service in a project with these files. */
function remarksOn(service: Service, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return inFolder((root) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const file = { services: { api: service }, networks: {}, volumes: {}, configs: {}, secrets: {} };
    return sourceRemarks(file, root);
  });
}

const missing = (path: string) => [`Sources: ${path} is not there, and docker compose up needs it`];

describe('sources that are not there are told', () => {
  test('the folder, or else the Dockerfile in it', () => {
    expect(remarksOn({ build: './api' })).toEqual(missing('./api'));
    expect(remarksOn({ build: './api' }, { 'api/main.py': '' })).toEqual(missing('./api/Dockerfile'));
    expect(remarksOn({ build: './api' }, { 'api/Dockerfile': '' })).toEqual([]);
  });

  test('the Dockerfile that is named', () => {
    const build = { context: './api', dockerfile: 'docker/dev.Dockerfile' };
    expect(remarksOn({ build }, { 'api/Dockerfile': '' })).toEqual(missing('./api/docker/dev.Dockerfile'));
    expect(remarksOn({ build }, { 'api/docker/dev.Dockerfile': '' })).toEqual([]);
  });

  test('a folder that is mounted', () => {
    const bind = { create_host_path: false } as const;
    const volumes = [{ type: 'bind', source: './api', target: '/app', read_only: true, bind }] as const;
    expect(remarksOn({ volumes })).toEqual(missing('./api'));
    expect(remarksOn({ volumes }, { 'api/main.py': '' })).toEqual([]);
  });

  test('a folder of the laptop itself, unless Docker makes it', () => {
    const mounted = (source: string, create: boolean) =>
      remarksOn({ volumes: [{ type: 'bind', source, target: '/a', bind: { create_host_path: create } }] });
    expect(mounted(__dirname, false)).toEqual([]);
    expect(mounted(nowhere, false)).toEqual(missing(nowhere));
    expect(mounted(nowhere, true)).toEqual([]);
  });
});

describe('a build of the whole project', () => {
  const told = ['Secrets: the build of the whole project can read .tandem: add it to .dockerignore'];
  const remarks = (ignore: Readonly<Record<string, string>>) =>
    remarksOn({ build: '.' }, { Dockerfile: '', ...ignore });

  test('would take the secrets into the image', () => {
    expect(remarks({})).toEqual(told);
    expect(remarks({ '.dockerignore': '.git\n.tandemonium\n#.tandem\n' })).toEqual(told);
    expect(remarks({ '.dockerignore': '.tandem\n', 'Dockerfile.dockerignore': '.git\n' })).toEqual(told);
  });

  test.each(['.tandem', '.tandem/', '/.tandem', '**/.tandem', '.tandem/**', '.*', '*', '**', ' .tandem\r'])(
    'is fine with %j in .dockerignore',
    (line) => {
      expect(remarks({ '.dockerignore': `.git\n${line}\n` })).toEqual([]);
    },
  );
});
