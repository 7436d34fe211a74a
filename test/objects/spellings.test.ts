import { readFileSync } from 'node:fs';
import { spellings } from '../../lib/objects/spellings';

test('the spellings are those of the typed classes, all of them', () => {
  const source = readFileSync(require.resolve('cdk8s-plus-28/lib/imports/k8s.js'), 'utf8');
  const pairs = [...source.matchAll(/'(\w+)': .*?obj\.(\w+)/g)].flatMap(([, said = '', given = '']) =>
    said === given ? [] : [[given, said] as const],
  );
  expect(new Map([...spellings].sort())).toEqual(new Map(pairs.sort()));
});
