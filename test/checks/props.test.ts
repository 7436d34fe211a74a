import fc from 'fast-check';
import { integer } from '../../lib/checks/check';
import { image } from '../../lib/checks/image';
import { problemText } from '../../lib/checks/problem';
import { checkProps, optional, type Rules, required, shape } from '../../lib/checks/props';
import { isText } from '../../lib/checks/text';

interface Props {
  readonly image: string;
  readonly replicas?: number;
  readonly timeZone?: string;
  readonly local?: { readonly publish?: number };
}

const rules: Rules<Props> = {
  image: required(image, 'placeholder:0'),
  replicas: optional(integer(1, 10)),
  timeZone: optional(isText),
  local: optional(shape({ publish: optional(integer(1, 9)) })),
};

const checked = (props: unknown) => checkProps<Props>('orders/api', props, rules);
const said = (props: unknown) => checked(props).problems.map(problemText);

test('right props come back as a copy', () => {
  const props = { image: 'app:1', replicas: 2, local: { publish: 8 } };
  const { props: kept, problems } = checked(props);
  expect(kept).toEqual(props);
  expect(kept).not.toBe(props);
  expect(kept.local).not.toBe(props.local);
  expect(problems).toEqual([]);
});

test('all mistakes are told at once, those of known props first', () => {
  expect(said({ replica: 3, replicas: 0, local: { publish: 0, publsh: 1 }, image: 'nginx' })).toEqual([
    'orders/api · image: has no tag, got "nginx". Expected an image with a tag or a digest, such as ghcr.io/acme/orders-api:1.2.3. Fix: write "nginx:<version>" with the version that you have tested.',
    'orders/api · replicas: is below 1, got 0. Expected a whole number from 1 to 10. Fix: write a number such as 1.',
    'orders/api · local.publish: is below 1, got 0. Expected a whole number from 1 to 9. Fix: write a number such as 1.',
    'orders/api · local.publsh: is not known here, got 1. Expected one of publish. Fix: did you mean publish?',
    'orders/api · replica: is not known here, got 3. Expected one of image, replicas, timeZone, local. Fix: did you mean replicas?',
  ]);
});

test('what is wrong is left out, or replaced where the construct cannot do without', () => {
  expect(checked({ image: 'nginx', replicas: 0, timeZone: 'UTC', other: 1 }).props).toEqual({
    image: 'placeholder:0',
    timeZone: 'UTC',
  });
});

test('a required prop that is missing', () => {
  const text =
    'orders/api · image: is missing. Expected an image with a tag or a digest, such as ghcr.io/acme/orders-api:1.2.3. Fix: write a string, such as "ghcr.io/acme/orders-api:1.2.3".';
  expect(said({})).toEqual([text]);
  expect(said({ image: undefined })).toEqual([text]);
  expect(checked({}).props).toEqual({ image: 'placeholder:0' });
});

test('the value of an unknown prop that is named like a secret is not shown', () => {
  expect(said({ image: 'app:1', password: 'hunter2' })).toEqual([
    'orders/api · password: is not known here. Expected one of image, replicas, timeZone, local. Fix: leave it out: what it names is not there.',
  ]);
});

test('undefined counts as absent, under an unknown name too', () => {
  expect(said({ image: 'app:1', replicas: undefined, other: undefined })).toEqual([]);
  expect(Object.keys(checked({ image: 'app:1', replicas: undefined }).props)).toEqual(['image']);
});

test('null is a value, and a wrong one', () => {
  expect(said({ image: 'app:1', replicas: null })).toEqual([
    'orders/api · replicas: is not a number, got null. Expected a whole number from 1 to 10. Fix: write a number such as 1.',
  ]);
});

test.each<[unknown, string]>([
  [undefined, 'undefined'],
  [null, 'null'],
  [[], '[]'],
  ['app:1', '"app:1"'],
  [() => ({}), 'a function'],
  [new Map(), 'an instance of Map'],
  [Object.create({ image: 'app:1' }), 'an instance of Object'],
])('props that are no plain object: case %#', (props, shown) => {
  const place = 'orders/api · props: is not an object of names and values';
  const advice = 'Expected an object of names and values. Fix: write it between braces: { name: value }.';
  expect(said(props)).toEqual([`${place}, got ${shown}. ${advice}`]);
  expect(checked(props).props).toEqual({ image: 'placeholder:0' });
});

test.each([
  ['Replicas', 'did you mean replicas?'],
  ['time_zone', 'did you mean timeZone?'],
  ['time-zone', 'did you mean timeZone?'],
  ['replcas', 'did you mean replicas?'],
  ['imgae', 'did you mean image?'],
  ['constructor', 'leave it out: what it names is not there.'],
  ['toString', 'leave it out: what it names is not there.'],
  ['x'.repeat(10_000), 'leave it out: what it names is not there.'],
])('an unknown prop: case %#', (name, fix) => {
  expect(checked({ image: 'app:1', [name]: 1 }).problems).toMatchObject([{ wrong: 'is not known here', fix }]);
});

test('keys of JSON that mean something to JavaScript are unknown props like others', () => {
  const { props, problems } = checked(JSON.parse('{"image": "app:1", "__proto__": {"replicas": 9}}'));
  expect(problems.map(problemText)).toEqual([
    'orders/api · __proto__: is not known here, got {"replicas": 9}. Expected one of image, replicas, timeZone, local. Fix: leave it out: what it names is not there.',
  ]);
  expect(props).toEqual({ image: 'app:1' });
  expect(props.replicas).toBeUndefined();
});

test('whatever the props are, those that come back are right', () => {
  const anyProps = fc.record(
    { image: fc.anything(), replicas: fc.anything(), other: fc.anything() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), anyProps), (props) => {
      const kept = checked(props).props;
      expect(checked({ ...kept, image: 'app:1' }).problems).toEqual([]);
    }),
  );
});
