import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../synthesis';

/** A folder with a project and, beside it, what no synthesis may touch. */
export function inProject(use: (project: string, outside: string) => void): void {
  inFolder((folder) => {
    const [project, outside] = [join(folder, 'project'), join(folder, 'outside')];
    mkdirSync(project);
    mkdirSync(outside);
    writeFileSync(join(outside, 'theirs'), 'theirs');
    use(project, outside);
  });
}
