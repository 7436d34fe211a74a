import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetUp } from '../local/set-up';

const script = { name: 'seed.js', content: readFileSync(join(__dirname, 'scripts', 'seed.js'), 'utf8') };

/** Puts the files of a folder into the database, by the URL that its clients have. */
export function seedOf(folder: string, url: SetUp['env'][string]): SetUp {
  return {
    name: 'seed',
    comment: `Puts each file of ${folder} into the database, once.`,
    like: 'rs-config',
    volumes: ['config-tmp'],
    // As for rs-config: a mongosh before 2.4 logs every call below its home, unless there is none.
    env: { MONGO_URL: url, HOME: ['/nonexistent'] },
    command: ['mongosh', '--nodb', '--quiet', `/tandem/${script.name}`],
    script,
    folder: { source: folder, target: '/seed' },
  };
}
