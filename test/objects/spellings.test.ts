import { readFileSync } from 'node:fs';
import { freelyKeyed, spellings } from '../../lib/objects/spellings';

test('the spellings are those of the typed classes, all of them', () => {
  const source = readFileSync(require.resolve('cdk8s-plus-28/lib/imports/k8s.js'), 'utf8');
  const pairs = [...source.matchAll(/'(\w+)': .*?obj\.(\w+)/g)].flatMap(([, said = '', given = '']) =>
    said === given ? [] : [[given, said] as const],
  );
  expect(new Map([...spellings].sort())).toEqual(new Map(pairs.sort()));
});

test('the maps whose keys are free are those of the typed classes, all of them', () => {
  const types = readFileSync(require.resolve('cdk8s-plus-28/lib/imports/k8s.d.ts'), 'utf8');
  const names = [...types.matchAll(/readonly (\w+)\??: \{\s*\[key: string\]:/g)].map(([, name = '']) => name);
  expect([...freelyKeyed].sort()).toEqual([...new Set(names)].sort());
});
