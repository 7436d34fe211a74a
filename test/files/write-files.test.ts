import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type NewFile, writeFiles } from '../../lib/files/write-files';
import { filesIn } from '../synthesis';
import { inProject } from './project';

const writeFile = (folder: string, ...files: NewFile[]) => writeFiles({ folder, files });

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

describe('a file', () => {
  test('is written below the folder, with the folders that it needs', () => {
    inProject((project) => {
      expect(writeFile(project, { path: 'dist/orders/api.yaml', content: 'a: ñ\n' })).toBe(1);
      expect(filesIn(project)).toEqual({ 'dist/orders/api.yaml': 'a: ñ\n' });
    });
  });

  test('is written where the folder itself is not there yet', () => {
    inProject((project) => {
      writeFile(join(project, 'new'), { path: 'a', content: 'a' });
      expect(filesIn(project)).toEqual({ 'new/a': 'a' });
    });
  });

  test('is written anew when it changed', () => {
    inProject((project) => {
      writeFile(project, { path: 'a', content: 'a long first content' });
      expect(writeFile(project, { path: 'a', content: 'short' })).toBe(1);
      expect(filesIn(project)).toEqual({ a: 'short' });
    });
  });

  test('keeps its time when it did not change', () => {
    inProject((project) => {
      const then = new Date('2024-01-01T00:00:00Z');
      writeFile(project, { path: 'a', content: 'a' });
      utimesSync(join(project, 'a'), then, then);
      expect(writeFile(project, { path: 'a', content: 'a' })).toBe(0);
      expect(statSync(join(project, 'a')).mtime).toEqual(then);
      expect(writeFile(project, { path: 'a', content: 'b' })).toBe(1);
      expect(statSync(join(project, 'a')).mtime).not.toEqual(then);
    });
  });
});

describe('its mode', () => {
  test('is that of a plain file unless another is given, whatever the umask', () => {
    inProject((project) => {
      const umask = process.umask(0o077);
      writeFile(project, { path: 'plain', content: '' });
      writeFile(project, { path: 'script', content: '', mode: 0o755 });
      process.umask(umask);
      expect([modeOf(join(project, 'plain')), modeOf(join(project, 'script'))]).toEqual(['644', '755']);
    });
  });

  test('is set right on a file that did not change', () => {
    inProject((project) => {
      writeFile(project, { path: 'a', content: 'a', mode: 0o666 });
      expect(writeFile(project, { path: 'a', content: 'a', mode: 0o600 })).toBe(0);
      expect(modeOf(join(project, 'a'))).toBe('600');
    });
  });

  test('of the folder is set where one is given, on a folder that was there too', () => {
    inProject((project) => {
      mkdirSync(join(project, '.tandem'), { mode: 0o755 });
      writeFile(project, { path: '.tandem/.gitignore', content: '*\n', folderMode: 0o700 });
      expect(modeOf(join(project, '.tandem'))).toBe('700');
    });
  });
});

describe('whole or not at all:', () => {
  test('a file that cannot be written to its end leaves the one before as it was, and nothing beside it', () => {
    inProject((project) => {
      writeFile(project, { path: 'a', content: 'before' });
      const content = 'x'.repeat(100_000);
      const script = `require('./lib/files/write-files').writeFiles({ folder: ${JSON.stringify(project)}, files: [{ path: 'a', content: '${content}' }] })`;
      const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 8; node --import tsx -e "$0"', script], {
        cwd: join(__dirname, '..', '..'),
        encoding: 'utf8',
        env: { ...process.env, TSX_DISABLE_CACHE: '1' },
      });
      expect(stderr).toContain('EFBIG');
      expect(status).not.toBe(0);
      expect(filesIn(project)).toEqual({ a: 'before' });
    });
  });

  test('where one of several files cannot be written, none is', () => {
    inProject((project) => {
      writeFile(project, { path: 'a', content: 'before' });
      mkdirSync(join(project, 'b'));
      expect(() => writeFile(project, { path: 'a', content: 'after' }, { path: 'b', content: 'b' })).toThrow('EISDIR');
      expect(filesIn(project)).toEqual({ a: 'before' });
    });
  });

  test('where a folder has its name, nothing is left beside it', () => {
    inProject((project) => {
      mkdirSync(join(project, 'a'));
      expect(() => writeFile(project, { path: 'a', content: 'a' })).toThrow();
      expect(filesIn(project)).toEqual({});
    });
  });
});
