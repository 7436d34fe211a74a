import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type NewFile, writeFiles } from '../../lib/files/write-files';
import { filesIn } from '../synthesis';
import { inProject } from './project';

const writeFile = (folder: string, ...files: NewFile[]) => writeFiles({ folder, files });

describe('links', () => {
  test('a link to a folder outside is not followed', () => {
    inProject((project, outside) => {
      symlinkSync(outside, join(project, 'dist'));
      for (const path of ['dist/theirs', 'dist/new', 'dist/more/new']) {
        expect(() => writeFile(project, { path, content: 'ours' })).toThrow(
          `${join(project, path)} leads out of ${project}. Nothing was written there. Fix: remove the link or the "..".`,
        );
      }
      expect(filesIn(outside)).toEqual({ theirs: 'theirs' });
    });
  });

  test('a link to a file outside is not followed', () => {
    inProject((project, outside) => {
      symlinkSync(join(outside, 'theirs'), join(project, 'compose.yaml'));
      expect(() => writeFile(project, { path: 'compose.yaml', content: 'ours' })).toThrow('leads out of');
      expect(readlinkSync(join(project, 'compose.yaml'))).toBe(join(outside, 'theirs'));
      expect(filesIn(outside)).toEqual({ theirs: 'theirs' });
    });
  });

  test('a link to a file outside that is not there yet is replaced, not followed', () => {
    inProject((project, outside) => {
      symlinkSync(join(outside, 'new'), join(project, 'compose.yaml'));
      writeFile(project, { path: 'compose.yaml', content: 'ours' });
      expect(existsSync(join(outside, 'new'))).toBe(false);
      expect(lstatSync(join(project, 'compose.yaml')).isFile()).toBe(true);
    });
  });

  test('a path with ".." does not lead out either', () => {
    inProject((project, outside) => {
      expect(() => writeFile(project, { path: '../outside/theirs', content: 'ours' })).toThrow('leads out of');
      expect(filesIn(outside)).toEqual({ theirs: 'theirs' });
    });
  });

  test('a link within the folder, and a folder that is itself a link, are followed', () => {
    inProject((project) => {
      mkdirSync(join(project, 'real'));
      symlinkSync(join(project, 'real'), join(project, 'dist'));
      writeFile(project, { path: 'dist/a', content: 'a' });
      symlinkSync(project, join(project, '..', 'linked'));
      writeFile(join(project, '..', 'linked'), { path: 'b', content: 'b' });
      expect(readFileSync(join(project, 'real', 'a'), 'utf8')).toBe('a');
      expect(readFileSync(join(project, 'b'), 'utf8')).toBe('b');
    });
  });
});
