import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aspects, type Description, textOfHex } from './description';

export const filesScript = readFileSync(join(__dirname, 'files.sh'), 'utf8');

/** What files.sh said of the files of ConfigMaps and Secrets. */
export function filesIn(said: string): Description {
  return Object.assign({}, ...said.split('\n').filter(Boolean).map(fileIn));
}

/** What cannot be read has no hash. */
function fileIn(line: string): Description {
  const [path = '', content = '', mode = '', owner = '', writable = ''] = line.split(' ');
  return aspects(`file ${textOfHex(path)}`, { content: content || 'unreadable', mode, owner, writable });
}
