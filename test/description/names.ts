import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from './description';

export const namesScript = readFileSync(join(__dirname, 'names.sh'), 'utf8');

export const nobody = 'nobody';

/** Who answers under each name: a name without an open door behind it leads to nobody. */
export function namesIn(said: string, whoHas: (address: string) => string | undefined): Description {
  return Object.fromEntries(
    said
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [name = '', port = '', address = '', door = ''] = line.split(' ');
        const who = door === 'open' ? (whoHas(address) ?? `a stranger at ${address}`) : nobody;
        return [`name ${name}:${port}`, who];
      }),
  );
}
