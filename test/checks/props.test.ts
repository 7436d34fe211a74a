import { integer, isText } from '../../lib/checks/check';
import { problemText } from '../../lib/checks/problem';
import { checkProps, optional, type Rules, required, shape } from '../../lib/checks/props';

interface Props {
  readonly image: string;
  readonly replicas?: number;
  readonly local?: { readonly publish?: number };
}

const rules: Rules<Props> = {
  image: required(isText, 'invalid:0'),
  replicas: optional(integer(1, 10)),
  local: optional(shape({ publish: optional(integer(1, 65535)) })),
};

function said(given: unknown): readonly string[] {
  return checkProps<Props>('orders/api', given, rules).problems.map(problemText);
}

test('what is right is taken, and a prop that is undefined is not there', () => {
  expect(checkProps('orders/api', { image: 'x', replicas: undefined }, rules)).toEqual({
    props: { image: 'x', replicas: undefined },
    problems: [],
  });
});

test('a wrong prop is left out, and for a required one there is a stand-in, so that all mistakes are found', () => {
  const { props, problems } = checkProps('orders/api', { image: 1, replicas: 0, local: { publish: 0 } }, rules);
  expect(props).toEqual({ image: 'invalid:0' });
  expect(problems.map(({ prop }) => prop)).toEqual(['image', 'replicas', 'local.publish']);
});

test('a problem says place, value, what is wrong, what is expected and what to do', () => {
  expect(said({ image: 'x', replicas: 99 })).toEqual([
    'orders/api · replicas: is not a whole number in range, got 99. Expected a whole number from 1 to 10. Fix: write a number such as 1.',
  ]);
});

test.each([
  [
    { image: 'x', replica: 3 },
    'orders/api · replica: is not known here. Expected one of image, replicas, local. Fix: did you mean replicas?',
  ],
  [
    { image: 'x', IMAGE: 'y' },
    'orders/api · IMAGE: is not known here. Expected one of image, replicas, local. Fix: did you mean image?',
  ],
  [
    { image: 'x', backup: {} },
    'orders/api · backup: is not known here. Expected one of image, replicas, local. Fix: leave it out: what it names is not there yet.',
  ],
  [
    { image: 'x', local: { publsh: 1 } },
    'orders/api · local.publsh: is not known here. Expected one of publish. Fix: did you mean publish?',
  ],
  [{}, 'orders/api · image: is missing. Expected a value. Fix: write image: …'],
  [
    undefined,
    'orders/api · props: is not a map, got undefined. Expected an object of names and values. Fix: put it in braces.',
  ],
  [[], 'orders/api · props: is not a map, got []. Expected an object of names and values. Fix: put it in braces.'],
])('%j is refused: %s', (given, text) => {
  expect(said(given)).toContain(text);
});

test('what is shown of a value can be seen, and is short', () => {
  const got = (value: unknown) =>
    problemText({ construct: 'c', prop: 'p', wrong: 'w', got: value, expected: 'e', fix: 'f' });
  expect(got('a\u00a0b\u202e')).toContain('got "a\\u00a0b\\u202e".');
  expect(got('x'.repeat(1000))).toContain(`got "${'x'.repeat(59)}….`);
  expect(got(() => 1)).toContain('got a function.');
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(got(circle)).toContain('got an object.');
});
