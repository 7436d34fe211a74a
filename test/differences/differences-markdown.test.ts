import { approximated, type Difference, dropped, leftOpen, local } from '../../lib/differences/difference';
import { differenceLines } from '../../lib/differences/difference-lines';
import { differencesMarkdown } from '../../lib/differences/differences-markdown';
import type { Field } from '../../lib/manifests/field';
import { anyContainer, deployment, type KubeObject, manifestsOf, object } from '../workloads/manifests';

/** What the file says of some objects, below its head. */
function said(objects: readonly KubeObject[], tell: (...roots: Field[]) => readonly Difference[]): string {
  const manifests = manifestsOf(...objects);
  const text = differencesMarkdown(manifests, tell(...manifests.map(({ root }) => root)));
  return text.slice(text.indexOf('json.\n') + 'json.\n'.length);
}

const containers = [anyContainer, { ...anyContainer, name: 'tail' }].map((container) => ({ ...container, tty: true }));
const api = deployment('api', { containers });
const pod = ['spec', 'template', 'spec'];

test('what means one thing is said once, with the places counted from the pod and alike ones as one', () => {
  const tell = (one: Field, other: Field) => [
    ...[0, 1].map((index) => dropped(one.at(...pod, 'containers', index, 'tty'), 'no terminal', 'use exec')),
    dropped(other.at(...pod, 'containers', 0, 'tty'), 'no terminal', 'use exec'),
    local(one.at('spec', 'replicas'), 'one is enough', 'use exec'),
  ];
  expect(said([api, deployment('web', { containers })], tell)).toBe(`
## What to know

- **use exec**
  - no terminal (dropped): \`chart/deployment-orders-api\` \`containers.*.tty\`; \`chart/deployment-orders-web\` \`containers.main.tty\`
  - one is enough (local): \`chart/deployment-orders-api\` \`spec.replicas\`
`);
});

test('what means nothing comes last, folded, counted, with an example', () => {
  const spec = { a: 1, b: 2, c: 3 };
  const tell = (root: Field) => [
    ...['a', 'b'].map((key) => dropped(root.at('spec', key), 'why', 'nothing: really')),
    dropped(root.at('spec', 'c'), 'because', 'nothing runs here'),
  ];
  expect(said([object('v1', 'Thing', 'x', { spec })], tell)).toBe(`
## What to know

- **nothing runs here**
  - because (dropped): \`chart/thing-orders-x\` \`spec.c\`

<details>
<summary>What means nothing on a laptop: 2 fields</summary>

- why (dropped); nothing: really: 2 fields of one object, such as \`chart/thing-orders-x\` \`spec.a\`

</details>
`);
});

test('of many places the first are named and the rest is counted', () => {
  const spec = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, 1]));
  const tell = (root: Field) => Object.keys(spec).map((key) => dropped(root.at('spec', key), 'r', 'm'));
  expect(said([object('v1', 'Thing', 'x', { spec })], tell)).toContain(
    '`chart/thing-orders-x` `spec.{a, b, c, d and 2 more}`\n',
  );
});

test('what nobody has explained comes first, with its value, which is never a secret', () => {
  const spec = { someday: '<b>`x`</b>', apiKey: 'abc' };
  const tell = (root: Field) => [
    leftOpen(root.at('spec', 'someday')),
    leftOpen(root.at('spec', 'apiKey'), 'is <new>'),
    leftOpen(root.at('spec')),
  ];
  expect(said([object('v1', 'Thing', 'x', { spec })], tell)).toBe(`
## Unexplained: nobody has said what becomes of these

- \`chart/thing-orders-x\` \`spec.someday\` = \`\` "<b>\`x\`</b>" \`\`
- \`chart/thing-orders-x\` \`spec.apiKey\`: is &lt;new>
- \`chart/thing-orders-x\` \`spec\`
`);
});

test('a whole object is one place', () => {
  expect(
    said([object('v1', 'Thing', 'x', { spec: { a: 1, b: 2 } })], (root: Field) => [dropped(root, 'r', 'm')]),
  ).toContain('  - r (dropped): `chart/thing-orders-x` `all of it`\n');
});

test('the terminal shows counts, the weightiest with whose they are, and what is unexplained in full', () => {
  const things = ['x', 'y'].map((name) => object('v1', 'Thing', name, { spec: { a: 1 } }));
  const manifests = manifestsOf(...things);
  const [x, y] = manifests.map(({ root }) => root.at('spec', 'a'));
  if (!x || !y) throw new Error('no things');
  const differences = [
    local(x, 'r', 'what was asked for'),
    dropped(y, 'r', 'nothing: really'),
    dropped(y, 'r', 'a full disk shows only in a cluster'),
    approximated(y, 'r', 'what is bent'),
    dropped(y, 'r', 'what is missing'),
    approximated(x, 'r', 'what is bent'),
    dropped(x, 'r', 'what is missing as well'),
    dropped(x, 'r', 'a call that a cluster refuses succeeds'),
    leftOpen(x, 'is new'),
  ];
  expect(differenceLines(manifests, differences, '; see there')).toEqual([
    'Differences: 1 local, 2 approximated, 6 dropped; 1 unexplained; see there',
    '  y · what is missing',
    '  x · what is missing as well',
    '  y, x · what is bent',
    '  y · a full disk shows only in a cluster',
    '  and 2 more that matter on a laptop',
    '  unexplained: chart/thing-orders-x · spec/a: is new',
  ]);
});
