import { within } from '../../lib/checks/finding';
import { buildContext, httpPath } from '../../lib/checks/path';
import { type Finding, problemText } from '../../lib/checks/problem';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('buildContext', () => {
  test('../other: the whole message', () => {
    expect(within('buildContext', buildContext('../other')).map(said)).toEqual([
      'orders/api · buildContext: leads out of the project, got "../other". Expected a folder inside the project, relative to it and with "/", such as ./services/api. Fix: move the folder into the project, or run synth in the folder above.',
    ]);
  });

  test.each(['./services/api', 'services/api/', '.', 'a/..', 'größe', 'a b'])('%j is fine', (value) => {
    expect(buildContext(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['~', 'starts with "~", which only a shell knows', 'write a folder inside the project.'],
    ['~/x', 'starts with "~", which only a shell knows', 'write a folder inside the project.'],
    ['a\\b', 'holds a backslash, which is part of a name on most systems', 'write "a/b".'],
    [
      '..\\x',
      'holds a backslash, which is part of a name on most systems',
      'move the folder into the project, or run synth in the folder above.',
    ],
    ['a\u0000b', 'holds a character that cannot be seen', 'write "ab".'],
    ['', 'is empty', 'write one, such as "./services/api".'],
    [
      '${DIR}',
      'is a template that nothing fills in',
      'put the value there: in TypeScript, ${…} works between backticks.',
    ],
    [null, 'is not a string', 'write a string, such as "./services/api".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(buildContext(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['..', 'a/../..', '../../etc'])('%j leads out of the project', (value) => {
    const fix = 'move the folder into the project, or run synth in the folder above.';
    expect(buildContext(value)).toMatchObject([{ wrong: 'leads out of the project', fix }]);
  });

  test.each<unknown>(['/', '/abs', 'C:\\x', 'c:/x'])('%j is a place of this machine', (value) => {
    const fix = 'write it relative to the project.';
    expect(buildContext(value)).toMatchObject([{ wrong: 'is a place of this machine', fix }]);
  });

  test.each<unknown>(['git://host/x', 'https://github.com/acme/x', 'git@github.com:acme/x', 'github.com/acme/x'])(
    '%j is an address, and what lies there can change',
    (value) => {
      const fix = 'clone it into the project, and write the folder.';
      expect(buildContext(value)).toMatchObject([{ wrong: 'is an address, and what lies there can change', fix }]);
    },
  );
});

describe('httpPath', () => {
  test('ready: the whole message', () => {
    expect(within('httpPath', httpPath('ready')).map(said)).toEqual([
      'orders/api · httpPath: does not start with "/", got "ready". Expected a path that starts with "/", such as /ready. Fix: write "/ready".',
    ]);
  });

  test.each(['/', '/ready', '/a?b=c&d=%20', '/v1/health:live', "/it's/$x"])('%j is fine', (value) => {
    expect(httpPath(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['http://host/ready', 'has a host, and a probe asks the pod itself', 'write "/ready".'],
    ['//host/x', 'has a host, and a probe asks the pod itself', 'write "/x".'],
    ['http://host', 'has a host, and a probe asks the pod itself', 'write "/".'],
    ['/a b', 'holds what a URL cannot', 'write "/a%20b".'],
    ['/a#b', 'has a fragment, which no server sees', 'write "/a".'],
    ['/é', 'holds what a URL cannot', 'write "/%C3%A9".'],
    ['/%zz', 'holds what a URL cannot', 'write "/%25zz".'],
    ['/`id`', 'holds what a URL cannot', 'write "/%60id%60".'],
    ['/a"b', 'holds what a URL cannot', 'write "/a%22b".'],
    ['/a\\b', 'holds what a URL cannot', 'write "/a%5Cb".'],
    ['/a/../b', 'holds "." or ".." as a part of its own', 'write "/b".'],
    ['/..', 'holds "." or ".." as a part of its own', 'write "/".'],
    ['/a\r\nb', 'holds a character that cannot be seen', 'write "/ab".'],
    ['', 'is empty', 'write one, such as "/ready".'],
    ['{{path}}', 'is a template that nothing fills in', 'put the value there.'],
    [null, 'is not a string', 'write a string, such as "/ready".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(httpPath(value)).toMatchObject([{ wrong, fix }]);
  });
});
