import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownSecrets } from '../../lib/laptop/secrets';
import { inFolder } from '../synthesis';

test('the values are known, and when the last of them was written', () => {
  inFolder((folder) => {
    const at = (...path: string[]) => join(folder, '.tandem', 'secrets', ...path);
    mkdirSync(at('db'), { recursive: true });
    for (const [index, name] of ['a', 'b'].entries()) {
      writeFileSync(at('db', name), `value of ${name}`);
      utimesSync(at('db', name), 1000 + index, 1000 + index);
    }
    expect(knownSecrets(folder)).toEqual({ values: ['value of a', 'value of b'], written: 1_001_000 });
  });
});

test('where .tandem is gone, whatever a container was given is unknown; where it holds no secrets, there are none', () => {
  inFolder((folder) => {
    expect(knownSecrets(folder)).toEqual({ values: [], written: Number.POSITIVE_INFINITY });
    mkdirSync(join(folder, '.tandem'));
    expect(knownSecrets(folder)).toEqual({ values: [], written: 0 });
  });
});
