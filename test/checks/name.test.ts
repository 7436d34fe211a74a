import { within } from '../../lib/checks/finding';
import { databaseName, name, namespaceName, ownNamespace, secretKeyName, secretName } from '../../lib/checks/name';
import { type Finding, problemText } from '../../lib/checks/problem';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('name', () => {
  const check = name(52, 'CronJob names are limited to 52');
  test('My_App: the whole message', () => {
    expect(within('name', check('My_App')).map(said)).toEqual([
      'orders/api · name: is no name for an object of Kubernetes, got "My_App". Expected at most 52 lower-case letters, digits and "-", with a letter first and no "-" at the end. Fix: write "my-app".',
    ]);
  });

  test.each(['app', 'a-b-1', 'a'.repeat(52), 'default'])('%j is fine', (value) => {
    expect(check(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['MyAPIServer', 'is no name for an object of Kubernetes', 'write "my-api-server".'],
    ['-app', 'is no name for an object of Kubernetes', 'write "app".'],
    ['app-', 'is no name for an object of Kubernetes', 'write "app".'],
    ['app\n', 'has white space around it', 'write "app".'],
    ['my\u00a0app', 'holds a character that cannot be seen', 'write "my-app".'],
    ['', 'is empty', 'write one, such as "my-app".'],
    ['   ', 'is nothing but white space', 'write one, such as "my-app".'],
    [
      'a'.repeat(64),
      'has 64 characters: CronJob names are limited to 52',
      'write "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".',
    ],
    ['Málaga', 'is no name for an object of Kubernetes', 'write "malaga".'],
    ['__proto__', 'is no name for an object of Kubernetes', 'write "proto".'],
    [1, 'is not a string', 'write a string, such as "my-app".'],
    [null, 'is not a string', 'write a string, such as "my-app".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(check(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['-', 'my.app', 'my app', '日本'])('%j is no name for an object of Kubernetes', (value) => {
    const fix = 'write "my-app".';
    expect(check(value)).toMatchObject([{ wrong: 'is no name for an object of Kubernetes', fix }]);
  });
});

describe('namespaceName', () => {
  test('Orders: the whole message', () => {
    expect(within('namespaceName', namespaceName('Orders')).map(said)).toEqual([
      'orders/api · namespaceName: is no name of a namespace, got "Orders". Expected at most 63 lower-case letters, digits and "-", with a letter or a digit at both ends. Fix: write "orders".',
    ]);
  });

  test.each(['orders', '1st', 'kube-system', 'default'])('%j is fine', (value) => {
    expect(namespaceName(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    [
      'a'.repeat(64),
      'has 64 characters: names of namespaces are limited to 63',
      'write "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".',
    ],
    ['a_b', 'is no name of a namespace', 'write "a-b".'],
    ['', 'is empty', 'write one, such as "orders".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(namespaceName(value)).toMatchObject([{ wrong, fix }]);
  });
});

describe('secretName', () => {
  test('Stripe: the whole message', () => {
    expect(within('secretName', secretName('Stripe')).map(said)).toEqual([
      'orders/api · secretName: is no name in DNS, got "Stripe". Expected at most 253 lower-case letters, digits, "-" and ".", with a letter or a digit at both ends of each part. Fix: write "stripe".',
    ]);
  });

  test.each(['stripe', 'a.b-c.d', 'fast-ssd'])('%j is fine', (value) => {
    expect(secretName(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['a..b', 'is no name in DNS', 'write "a.b".'],
    ['.a', 'is no name in DNS', 'write "a".'],
    ['a.-b', 'is no name in DNS', 'write "a.b".'],
    ['a_b.c', 'is no name in DNS', 'write "a-b.c".'],
    [
      'a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a',
      'has 281 characters: a name in DNS has 253 at most',
      'write a shorter one.',
    ],
  ])('%j %s', (value, wrong, fix) => {
    expect(secretName(value)).toMatchObject([{ wrong, fix }]);
  });
});

describe('secretKeyName', () => {
  test('a b: the whole message', () => {
    expect(within('secretKeyName', secretKeyName('a b')).map(said)).toEqual([
      'orders/api · secretKeyName: holds " ", got "a b". Expected at most 253 letters, digits, "-", "_" and ".". Fix: write "a_b".',
    ]);
  });

  test.each(['password', 'tls.crt', 'A_b-c', '.env'])('%j is fine', (value) => {
    expect(secretKeyName(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['a/b', 'holds "/"', 'write "a_b".'],
    ['../k', 'holds "/"', 'write one such as "password".'],
    ['é', 'holds "é"', 'write "e".'],
    ['', 'is empty', 'write one, such as "password".'],
    ['a'.repeat(254), 'has 254 characters: a key has 253 at most', 'write a shorter one.'],
  ])('%j %s', (value, wrong, fix) => {
    expect(secretKeyName(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['.', '..', '..x'])('%j is no name of a file', (value) => {
    const fix = 'write one such as "password".';
    expect(secretKeyName(value)).toMatchObject([{ wrong: 'is no name of a file', fix }]);
  });
});

describe('ownNamespace', () => {
  test('default: the whole message', () => {
    expect(within('ownNamespace', ownNamespace('default')).map(said)).toEqual([
      'orders/api · ownNamespace: is a namespace of the cluster\'s own, got "default". Expected a namespace for this app. Fix: write one that says whose it is, such as "orders".',
    ]);
  });

  test.each(['orders', 'defaults', 'kube'])('%j is fine', (value) => {
    expect(ownNamespace(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['kube-system', "is a namespace of the cluster's own", 'write one that says whose it is, such as "orders".'],
    ['kube-node-lease', "is a namespace of the cluster's own", 'write one that says whose it is, such as "orders".'],
    ['Orders', 'is no name of a namespace', 'write "orders".'],
    [
      'a'.repeat(64),
      'has 64 characters: names of namespaces are limited to 63',
      'write "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".',
    ],
  ])('%j %s', (value, wrong, fix) => {
    expect(ownNamespace(value)).toMatchObject([{ wrong, fix }]);
  });
});

describe('databaseName', () => {
  test('my db: the whole message', () => {
    expect(within('databaseName', databaseName('my db')).map(said)).toEqual([
      'orders/api · databaseName: holds " ", got "my db". Expected at most 63 letters, digits, "_" and "-", with a letter or a digit first. Fix: write "my_db".',
    ]);
  });

  test.each(['app', 'orders_2', 'a-b', 'a'.repeat(63)])('%j is fine', (value) => {
    expect(databaseName(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['a/b', 'holds "/"', 'write "a_b".'],
    ['a\\b', 'holds "\\\\"', 'write "a_b".'],
    ['a.b', 'holds "."', 'write "a_b".'],
    ['$x', 'holds "$"', 'write "x".'],
    ['a"b', 'holds "\\""', 'write "a_b".'],
    ['a*b', 'holds "*"', 'write "a_b".'],
    ['a<b', 'holds "<"', 'write "a_b".'],
    ['a>b', 'holds ">"', 'write "a_b".'],
    ['a:b', 'holds ":"', 'write "a_b".'],
    ['a|b', 'holds "|"', 'write "a_b".'],
    ['a?b', 'holds "?"', 'write "a_b".'],
    ['a%b', 'holds "%"', 'write "a_b".'],
    ['größe', 'holds "ö"', 'write "gro_e".'],
    ['-a', 'does not start with a letter or a digit', 'write "a".'],
    ['_a', 'does not start with a letter or a digit', 'write "a".'],
    ['', 'is empty', 'write one, such as "orders".'],
    [
      'a'.repeat(64),
      'has 64 characters: MongoDB takes 63 at most',
      'write "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".',
    ],
    [null, 'is not a string', 'write a string, such as "orders".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(databaseName(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['admin', 'Admin', 'local', 'config'])("%j is one of MongoDB's own databases", (value) => {
    const fix = 'write another name, such as "orders".';
    expect(databaseName(value)).toMatchObject([{ wrong: "is one of MongoDB's own databases", fix }]);
  });
});
