import { within } from '../../lib/checks/finding';
import { httpPath, mountPath } from '../../lib/checks/path';
import { type Finding, problemText } from '../../lib/checks/problem';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

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

describe('mountPath', () => {
  test('app: the whole message', () => {
    expect(within('at', mountPath('./app')).map(said)).toEqual([
      'orders/api · at: does not start with "/", got "./app". Expected a path inside the container that starts with "/", such as /app. Fix: write "/app".',
    ]);
  });

  test.each(['/app', '/app/', '/usr/src/my app'])('%j is fine', (value) => {
    expect(mountPath(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['C:\\app', 'is a place of a laptop, not of a container', 'write where the container looks.'],
    ['\\app', 'holds a backslash, which is part of a name in a container', 'write "/app".'],
    ['/a:b', 'holds ":", which Kubernetes takes for no part of a path', 'write another path.'],
    ['/app/../etc', 'holds an empty part, "." or ".."', 'write "/etc".'],
    ['/app//x', 'holds an empty part, "." or ".."', 'write "/app/x".'],
    ['/', 'would hide all of the image', 'write the folder of the sources, such as "/app".'],
    ['', 'is empty', 'write one, such as "/app".'],
    [null, 'is not a string', 'write a string, such as "/app".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(mountPath(value)).toMatchObject([{ wrong, fix }]);
  });
});
