import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';
import { isText } from '../../lib/checks/text';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('isText', () => {
  test('8080: the whole message', () => {
    expect(within('isText', isText(8080)).map(said)).toEqual([
      'orders/api · isText: is not text, got 8080. Expected text. Fix: write it in quotes: "8080".',
    ]);
  });

  test.each(['', 'a', '$HOME ${x} {{y}}', ' x\n', 'é'])('%j is fine', (value) => {
    expect(isText(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['a\u0000b', 'holds a NUL character, which ends every text that a process is given', 'write "ab".'],
    [
      '\udc00',
      'holds half of a character (a lone surrogate), which no encoding can write',
      'write the whole character.',
    ],
    [
      'x'.repeat(200000),
      'has 200000 characters, more than Linux gives a process at once',
      'put it in a file, and write the path.',
    ],
    [true, 'is not text', 'write it in quotes: "true".'],
    [null, 'is not text', 'write it in quotes.'],
    [undefined, 'is not text', 'write it in quotes.'],
  ])('%j %s', (value, wrong, fix) => {
    expect(isText(value)).toMatchObject([{ wrong, fix }]);
  });
});
