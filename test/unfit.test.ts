import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemText } from '../lib/checks/problem';
import type { Description } from '../lib/description';
import { unfit } from '../lib/unfit';
import { inFolder } from './synthesis';

const said = (description: Description) => unfit(description).map(problemText);

const entry = {
  construct: 'orders/api/deployment',
  kind: 'Deployment',
  namespace: 'orders',
  name: 'api',
  became: 'dropped',
  fields: { 'spec/someday': 3 },
} as const;

/** What is said of a file that is there, where another is wanted. */
function saidOf(found: string | undefined, content: string): readonly string[] {
  return inFolder((folder) => {
    if (found !== undefined) writeFileSync(join(folder, 'compose.yaml'), found);
    const committed = [{ path: 'compose.yaml', content, marker: '#' }];
    return said({ projectRoot: folder, committed, unexplained: [], images: [], staleLock: [] }).map((text) =>
      text.slice(text.indexOf('compose.yaml')),
    );
  });
}

const fix = 'Fix: npx cdk8s synth, without TANDEM_CHECK, and commit it.';

test.each([
  ['the same', '# a\nb\n', []],
  ['the same with the line ends of Windows', '# a\r\nb\r\n', []],
  ['another line', '# a\nc\n', [`compose.yaml · line 2: is not what synth writes now, got "c". Expected "b". ${fix}`]],
  ['a line less', '# a\n', [`compose.yaml · line 2: is not what synth writes now, got "". Expected "b". ${fix}`]],
  ['a line more', '# a\nb\nc\n', [`compose.yaml · line 3: is not what synth writes now, got "c". Expected "". ${fix}`]],
  ['no end of the last line', '# a\nb', [`compose.yaml · line 3: is not what synth writes now. Expected "". ${fix}`]],
  ['nothing', undefined, [`compose.yaml · line 1: is missing. Expected the file that synth writes. ${fix}`]],
])('a file that holds %s', (_, found, problems) => {
  expect(saidOf(found, '# a\nb\n')).toEqual(problems);
});

test('a secret in a line is not shown', () => {
  expect(saidOf('URL: http://me:geheim@host\n', 'URL: http://me:secret@host\n').join()).not.toMatch(/geheim|:secret/);
});

test('an unexplained difference is said with its value, or with what is wrong with it', () => {
  const description = { projectRoot: '.', committed: [], images: [], staleLock: [] };
  expect(said({ ...description, unexplained: [entry] })).toEqual([
    "orders/api/deployment · spec/someday: is a difference between cluster and laptop that nobody has explained, got 3. Expected a field that the laptop carries, or of which is known what leaving it out means. Fix: write it otherwise, or say why it may be: allowDifference(construct, 'spec/someday', 'reason').",
  ]);
  const whole = { ...entry, note: 'is of no kind', fields: { '': null } };
  expect(said({ ...description, unexplained: [whole] })[0]).toMatch(
    /^orders\/api\/deployment · all of it: is of no kind\. Expected /,
  );
});
