import { inspect } from 'node:util';
import { Capture, expectMatch, Match } from 'cdk8s-tandem/testing';

const pod = {
  replicas: 2,
  containers: [
    { name: 'main', image: 'acme/api:1', ports: [{ containerPort: 8000 }] },
    { name: 'log', image: 'acme/log:2' },
  ],
  config: '{"level":"info","to":["stdout"]}',
};

/** What is said of a value that is not like the pattern. */
function differences(actual: unknown, pattern: unknown): string {
  try {
    expectMatch(actual, pattern);
    return 'none';
  } catch (error) {
    return (error as Error).message.replace('The value is not as expected:\n\n', '');
  }
}

test('a map may have more than objectLike asks for, at any depth, and no more than objectEquals asks for', () => {
  const actual = { spec: { replicas: 2, paused: true } };
  expect(differences(actual, Match.objectLike({ spec: { replicas: 2 } }))).toBe('none');
  expect(differences(actual, Match.objectEquals({ spec: { replicas: 2 } }))).toBe(
    '  spec/paused\n    expected  nothing\n    got       true',
  );
  expect(differences(actual, { spec: Match.exact({ replicas: 2, paused: true }) })).toBe('none');
});

test('a list in objectLike has the length of the pattern, and maps in it may have more', () => {
  expect(differences(pod, { containers: [{ name: 'main' }, { name: 'log' }] })).toBe('none');
  expect(differences(pod, { containers: [{ name: 'main' }] })).toMatch(/containers\/1\n {4}expected {2}nothing more/);
});

test('arrayWith finds elements in their order, and shows the closest one where there is none', () => {
  const named = (name: string, more = {}) => Match.objectLike({ name, ...more });
  expect(differences(pod, { containers: Match.arrayWith([named('main'), named('log')]) })).toBe('none');
  expect(differences(pod, { containers: Match.arrayWith([named('log'), named('main')]) })).toContain(
    'expected  objectLike({name: "main"}) after [1], not at [0]',
  );
  expect(differences(pod, { containers: Match.arrayWith([named('log', { image: 'acme/log:3' })]) })).toBe(
    '  containers/1/image\n    expected  "acme/log:3"\n    got       "acme/log:2"',
  );
  expect(differences(['a', 'b'], Match.arrayWith(['c']))).toContain('expected  an element "c"');
});

test('a map in arrayWith is exact, as in aws-cdk-lib and as in jest’s arrayContaining', () => {
  expect(differences(pod, { containers: Match.arrayWith([{ name: 'log' }]) })).not.toBe('none');
});

test.each([
  ['absent', { a: Match.absent() }, {}, { a: 1 }],
  ['absent below what is not there', { spec: { hostNetwork: Match.absent() } }, {}, { spec: { hostNetwork: true } }],
  ['not', { a: Match.not(true) }, { a: false }, { a: true }],
  ['not of a map', { a: Match.not({ x: 1 }) }, { a: { x: 2 } }, { a: { x: 1, y: 2 } }],
  ['not, of what is not there', { a: Match.not(true) }, {}, { a: true }],
  ['anyValue', { a: Match.anyValue() }, { a: 0 }, {}],
  ['stringLikeRegexp', { a: Match.stringLikeRegexp('^ghcr') }, { a: 'ghcr.io/x' }, { a: 'docker.io/ghcr' }],
  ['stringLikeRegexp of a line', { a: Match.stringLikeRegexp('^b$') }, { a: 'a\nb\n' }, { a: 'a\nbc\n' }],
  ['a RegExp of the whole text', { a: Match.stringLikeRegexp(/^b$/) }, { a: 'b' }, { a: 'a\nb\n' }],
  ['a global RegExp', { a: Match.stringLikeRegexp(/g/g) }, { a: 'g' }, { a: 'h' }],
  ['arrayEquals', { a: Match.arrayEquals([1, 2]) }, { a: [1, 2] }, { a: [1, 2, 3] }],
  ['serializedJson', { a: Match.serializedJson({ x: 1 }) }, { a: '{"x":1}' }, { a: '{"x":1,"y":2}' }],
  [
    'serializedJson of objectLike',
    { a: Match.serializedJson(Match.objectLike({ x: 1 })) },
    { a: '{"x":1,"y":2}' },
    { a: '{"x":2}' },
  ],
  ['serializedJson of no JSON', { a: Match.serializedJson({}) }, { a: '{}' }, { a: '{' }],
  ['serializedYaml', { a: Match.serializedYaml({ x: [1] }) }, { a: 'x: [1]' }, { a: 'x: []' }],
  [
    'serializedYaml of several',
    { a: Match.serializedYaml([{ x: 1 }, 2]) },
    { a: 'x: 1\n---\n2\n---\n' },
    { a: 'x: 1' },
  ],
  ['serializedYaml of one', { a: Match.serializedYaml({ x: 1 }) }, { a: 'x: 1\n---\n' }, { a: 'x: 1\n---\nx: 1' }],
  ['serializedYaml of none', { a: Match.serializedYaml(null) }, { a: '# empty' }, { a: 'x: [' }],
  ['objectLike of no map', { a: Match.objectLike({}) }, { a: { b: 1 } }, { a: [] }],
])('%s matches what it says and nothing else, here and in expect', (_, pattern, like, unlike) => {
  expect(differences(like, pattern)).toBe('none');
  expect(differences(unlike, pattern)).not.toBe('none');
  expect(like).toEqual(Match.objectLike(pattern));
  expect(unlike).not.toEqual(Match.objectLike(pattern));
});

test('ours nest in jest’s, jest’s in ours, as deep as need be', () => {
  const main = Match.objectLike({ image: Match.stringLikeRegexp('api'), ports: [expect.objectContaining({})] });
  expect(pod).toEqual(expect.objectContaining({ containers: expect.arrayContaining([main]) }));
  expect(pod).toMatchObject({
    replicas: Match.not(3),
    config: Match.serializedJson(Match.objectLike({ to: [expect.any(String)] })),
  });
  expectMatch(pod, {
    replicas: expect.any(Number),
    containers: Match.arrayWith([expect.objectContaining({ name: 'log' })]),
  });
  expect(differences(pod, { replicas: expect.any(String) })).toBe(
    '  replicas\n    expected  Any<String>\n    got       2',
  );
});

test('jest’s matchers are named with what they were given', () => {
  const pattern = { replicas: expect.not.objectContaining({ min: 1 }), config: expect.stringContaining('debug') };
  expect(differences({ ...pod, replicas: { min: 1 } }, pattern)).toBe(
    [
      '  replicas\n    expected  ObjectNotContaining({min: 1})\n    got       {min: 1}',
      '  config\n    expected  StringContaining("debug")\n    got       "{\\"level\\":\\"info\\",\\"to\\":[\\"stdout\\"]}"',
    ].join('\n'),
  );
});

test('in jest’s own report a matcher reads as it was written, and so it does wherever Node prints it', () => {
  expect(inspect([Match.arrayWith([Match.anyValue()])])).toBe('[ arrayWith([anyValue()]) ]');
  expect(() => expect({ a: 1 }).toEqual({ a: Match.objectLike({ b: Match.absent() }) })).toThrow(
    'objectLike({b: absent()})',
  );
});

test('a capture keeps what it matched, one after the other, and nothing of a match that failed', () => {
  const image = new Capture();
  const name = new Capture(Match.stringLikeRegexp('^m'));
  const pattern = { containers: Match.arrayWith([Match.objectLike({ name, image })]) };
  expect(() => expectMatch(pod, { ...pattern, replicas: 3 })).toThrow();
  expect(() => image.asString()).toThrow('Nothing was captured');
  expectMatch(pod, pattern);
  expectMatch({ containers: [{ name: 'more', image: 7 }] }, pattern);
  expect([name.asString(), image.asString(), image.next(), image.asNumber(), image.next()]).toEqual([
    'main',
    'acme/api:1',
    true,
    7,
    false,
  ]);
  expect(() => image.asString()).toThrow('What was captured is not text, but of type number.');
});

test('what was captured is a copy: to change it changes nothing that others see', () => {
  const ports = new Capture();
  const value = { ports: [{ containerPort: 8000 }] };
  expectMatch(value, { ports });
  expect(() => Object.assign(Object(ports.asArray()[0]), { containerPort: 1 })).toThrow(TypeError);
  expect(Object.isFrozen(value.ports)).toBe(false);
});

test('a capture in jest’s expect keeps, too', () => {
  const ports = new Capture();
  expect(pod.containers[0]).toEqual(Match.objectLike({ ports }));
  expect(ports.asArray()).toEqual([{ containerPort: 8000 }]);
});
