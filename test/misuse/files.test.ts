import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { StatefulMongo, type TandemApp } from 'cdk8s-tandem';
import { UnusableFile } from '../../lib/files/unusable-file';
import { writeFiles } from '../../lib/files/write-files';
import { unusable } from '../../lib/unusable';
import { filesIn, inFolder, written } from '../synthesis';
import { problemsOf } from './problems-of';

const database = (app: TandemApp) => void new StatefulMongo(new Chart(app, 'orders', { namespace: 'orders' }), 'mongo');

describe('what is in the way of a file', () => {
  const isFolder =
    'is a folder, and is to be a file. Expected a place in which synth may read and write. Fix: rename or remove the folder.';
  const fileInTheWay =
    'needs a folder where a file is. Expected a place in which synth may read and write. Fix: rename or remove the file that has the name of one of its folders.';
  const outside =
    'leads out of its folder through a link. Expected a place in which synth may read and write. Fix: remove the link: what is outside is never written.';
  const folder = (path: string) => mkdirSync(path, { recursive: true });
  const file = (path: string) => writeFileSync(path, 'theirs');
  const link = (path: string) => symlinkSync('/', path);
  const secret = '.tandem/secrets/mongo-secrets/keyfile';
  const cases: readonly (readonly [string, (path: string) => void, string, string])[] = [
    ['compose.yaml', folder, 'compose.yaml', isFolder],
    ['compose.differences.json', folder, 'compose.differences.json', isFolder],
    ['dist/orders.k8s.yaml', folder, 'dist/orders.k8s.yaml', isFolder],
    [secret, folder, secret, isFolder],
    ['.tandem', file, '.tandem/.gitignore', fileInTheWay],
    ['dist', file, 'dist/0000-namespaces.k8s.yaml', fileInTheWay],
    ['.tandem', link, '.tandem/.gitignore', outside],
  ];
  test.each(cases)('at %s (%#) is told, and nothing is written', (path, put, place, said) => {
    inFolder((project) => {
      put(join(project, path));
      const before = path === '.tandem' && put === link ? {} : filesIn(project);
      expect(problemsOf(() => written(project, database))).toEqual([`${join(project, place)} · file: ${said}`]);
      if (put !== link) expect(filesIn(project)).toEqual(before);
    });
  });

  test('with check is told, too', () => {
    inFolder((project) => {
      mkdirSync(join(project, 'compose.yaml'));
      expect(problemsOf(() => written(project, database, { check: true }))).toEqual([
        `${join(project, 'compose.yaml')} · file: ${isFolder}`,
      ]);
    });
  });
});

describe('what the system refuses', () => {
  test('is no mistake of the definition', () => {
    inFolder((project) => {
      mkdirSync(join(project, 'compose.yaml'));
      expect(() => written(project, database)).toThrow(
        /^The file system refuses; nothing was written\.\n {2}\S+ · file: /,
      );
    });
  });

  test.each([
    ['EACCES', 'may not be read or written by the user who runs synth'],
    ['EPERM', 'may not be read or written by the user who runs synth'],
    ['EROFS', 'is on a file system that can only be read'],
    ['ENOSPC', 'finds no room: the disk is full'],
    ['EDQUOT', 'finds no room: the disk is full'],
    ['EFBIG', 'is larger than a file may be here'],
    ['ELOOP', 'is a link that leads back to itself'],
    ['ENAMETOOLONG', 'has a longer name than a file may have'],
    ['EIO', 'cannot be used: EIO: as it says'],
  ])('%s is told in words', (code, wrong) => {
    const file = new UnusableFile('/srv/compose.yaml', Object.assign(new Error(`${code}: as it says`), { code }));
    expect(unusable(file)).toMatchObject({ construct: '/srv/compose.yaml', prop: 'file', wrong });
  });
});

describe('a synthesis that is killed', () => {
  const root = join(__dirname, '..', '..');

  test('leaves each file whole, and the next one removes what it left', () => {
    inFolder((project) => {
      writeFiles({ folder: project, files: [{ path: 'a', content: 'before' }] });
      const files = ['a', 'dist/b'].map((path) => ({ path, content: 'after' }));
      const script = `
        require('node:fs').renameSync = () => process.kill(process.pid, 'SIGKILL');
        require('./lib/files/write-files').writeFiles({ folder: ${JSON.stringify(project)}, files: ${JSON.stringify(files)} });`;
      const { pid, signal } = spawnSync('node', ['--import', 'tsx', '-e', script], { cwd: root });
      expect(signal).toBe('SIGKILL');
      expect(filesIn(project)).toEqual({
        a: 'before',
        [`.tandem-${pid}-0.tmp`]: 'after',
        [`dist/.tandem-${pid}-1.tmp`]: 'after',
      });
      writeFiles({ folder: project, files });
      expect(filesIn(project)).toEqual({ a: 'after', 'dist/b': 'after' });
    });
  });

  test('is not one that still runs, nor are files of others', () => {
    inFolder((project) => {
      const theirs = { [`.tandem-${process.ppid}-0.tmp`]: 'running', 'notes.tmp': 'theirs' };
      for (const [path, content] of Object.entries(theirs)) writeFileSync(join(project, path), content);
      writeFiles({ folder: project, files: [{ path: 'a', content: 'a' }] });
      expect(filesIn(project)).toEqual({ ...theirs, a: 'a' });
    });
  });
});

test('a project may have any path: nothing that is committed holds it', () => {
  inFolder((plain) => {
    inFolder((outer) => {
      const odd = join(outer, "a b $HOME ${X:?} 'ñ' #");
      written(plain, database);
      written(odd, database);
      const committed = (folder: string) =>
        Object.entries(filesIn(folder)).filter(([path]) => !/^\.tandem\/(?:secrets|env)\//.test(path));
      expect(committed(odd)).toEqual(committed(plain));
    });
  });
});

test('the longest name that Kubernetes gives a key is no hindrance', () => {
  inFolder((project) => {
    const path = `.tandem/configs/conf/${'k'.repeat(253)}`;
    writeFiles({ folder: project, files: [{ path, content: 'x' }] });
    expect(filesIn(project)).toEqual({ [path]: 'x' });
  });
});
