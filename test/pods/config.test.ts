import fc from 'fast-check';
import { configKeys } from '../../lib/pods/config';

describe('a key of a ConfigMap', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['/etc/api/settings.yaml'], ['settings.yaml']],
    [
      ['/etc/a/app.ini', '/etc/b/app.ini'],
      ['app.ini', 'etc.b.app.ini'],
    ],
    [['/etc/a b/ä.ini'], ['_.ini']],
    // Scanners take the names of these for those of secrets.
    [
      ['/opt/tokenizer.json', '/etc/compass.conf'],
      ['file-1', 'file-2'],
    ],
    [['/opt/..data'], ['opt...data']],
  ])('of each of %j is %j', (paths, keys) => {
    expect(configKeys(paths)).toEqual(keys);
  });

  test('is one that the API server takes, and no other path has it', () => {
    const part = fc.string({ unit: fc.constantFrom(...'ab.-_ é0'), minLength: 1, maxLength: 6 });
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), (paths) => {
        const keys = configKeys(paths);
        expect(new Set(keys).size).toBe(paths.length);
        for (const key of keys) expect(key).toMatch(/^(?!\.\.|\.$)[-._a-zA-Z0-9]{1,253}$/);
      }),
    );
  });
});
