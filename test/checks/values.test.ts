import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { cidr } from '../../lib/checks/cidr';
import { env } from '../../lib/checks/env';
import { image } from '../../lib/checks/image';
import { databaseName, name, namespaceName } from '../../lib/checks/name';
import { buildContext, httpPath } from '../../lib/checks/path';
import { containerPort } from '../../lib/checks/port';
import { type Check, problemText } from '../../lib/checks/problem';
import { cpu, size } from '../../lib/checks/quantity';
import { schedule } from '../../lib/checks/schedule';
import { timeZone } from '../../lib/checks/time-zone';

/** For each check: what it takes, and what it refuses with the words that say why. */
interface Case {
  readonly check: Check;
  readonly right: readonly unknown[];
  readonly wrong: readonly (readonly [value: unknown, words: string])[];
}

const digest = `sha256:${'a'.repeat(64)}`;

const cases: Readonly<Record<string, Case>> = {
  image: {
    check: image,
    right: [
      'mongo:7.0.15',
      'ghcr.io/acme/api:1.2.3',
      'localhost:5000/a/b:x',
      `reg.example.com:5000/app@${digest}`,
      `app:1@${digest}`,
      'a__b/c-d:V1_2.3-x',
      '[::1]:5000/app:1',
    ],
    wrong: [
      ['nginx', 'has no tag'],
      ['localhost:5000/app', 'has no tag'],
      ['nginx:latest', 'has the tag latest'],
      ['ghcr.io/Acme/api:1', 'did you mean ghcr.io/acme/api:1?'],
      ['http://reg/x:1', 'begins with a scheme'],
      [' nginx:1', 'did you mean nginx:1?'],
      ['nginx:1\n', 'did you mean nginx:1?'],
      ['nginx@sha256:abc', 'is no image reference'],
      [`nginx@sha256:${'A'.repeat(64)}`, 'is no image reference'],
      ['x:${TAG}', 'holds a placeholder'],
      ['{{ .Values.x }}', 'holds a placeholder'],
      ['$(TAG)', 'holds a placeholder'],
      ['a'.repeat(64), 'is a bare digest'],
      ['', 'is no image reference'],
      [`x:${'t'.repeat(129)}`, 'is no image reference'],
      [7, 'is not text'],
      [null, 'is not text'],
    ],
  },
  'name of at most 52': {
    check: name(52, 'a job of it has eleven more'),
    right: ['api', 'a', 'nightly-load', 'a1', `a${'b'.repeat(51)}`],
    wrong: [
      ['My_App', 'did you mean my-app?'],
      ['-app', 'did you mean app?'],
      ['app-', 'did you mean app?'],
      ['1app', 'does not begin with a letter'],
      ['', 'is no name for an object of Kubernetes'],
      ['app\n', 'is no name for an object of Kubernetes'],
      ['my.app', 'did you mean my-app?'],
      ['ü', 'write a name such as my-app'],
      [`a${'b'.repeat(52)}`, 'at most 52 characters: a job of it has eleven more'],
    ],
  },
  namespace: {
    check: namespaceName,
    right: ['orders', '1st', 'a-b'],
    wrong: [
      ['Orders', 'did you mean orders?'],
      ['a'.repeat(64), 'is no name of a namespace'],
      ['a_b', 'did you mean a-b?'],
    ],
  },
  'name of a database': {
    check: databaseName,
    right: ['app', 'Orders_2', 'a-b'],
    wrong: [
      ['a b', 'did you mean a_b?'],
      ['a.b', 'did you mean a_b?'],
      ['admin', "is MongoDB's own"],
      ['', 'did you mean app?'],
      ['a'.repeat(64), 'is no name of a database'],
    ],
  },
  cpu: {
    check: cpu,
    right: ['500m', '0.5', '2', '1e3m', '.5', Cpu.millis(200), Cpu.units(1)].filter((value) => value !== '1e3m'),
    wrong: [
      ['0', 'is not more than nothing'],
      ['-1', 'is not more than nothing'],
      ['0.1m', 'is finer than a thousandth'],
      ['1,5', 'did you mean 1.5?'],
      ['1.5 cores', 'is no quantity'],
      ['1_000', 'did you mean 1000?'],
      ['１', 'is no quantity'],
      [2, 'is no quantity'],
      ['64Gi', 'is more than any machine has'],
      ['', 'is no quantity'],
    ],
  },
  size: {
    check: size,
    right: ['512Mi', '1.5Gi', '500M', '2G', '1e9', Size.gibibytes(20), Size.mebibytes(64)],
    wrong: [
      ['500m', 'did you mean 500Mi?'],
      ['500Mb', 'did you mean 500Mi?'],
      ['10GB', 'did you mean 10Gi?'],
      ['100 Mi', 'did you mean 100Mi?'],
      ['10', 'did you mean 10Mi?'],
      ['0', 'is not more than nothing'],
      ['-500Mi', 'is not more than nothing'],
      ['1e3Mi', 'is no quantity'],
      ['2Ei', 'is more than any cluster has'],
      [{}, 'is no quantity'],
    ],
  },
  port: {
    check: containerPort,
    right: [1024, 8000, 65535],
    wrong: [
      [80, 'a process that is not root cannot listen'],
      [70000, 'is not a whole number in range'],
      ['8000', 'is not a whole number'],
      [8000.5, 'is not a whole number'],
      [Number.NaN, 'is not a whole number'],
    ],
  },
  schedule: {
    check: schedule,
    right: [
      '15 2 * * *',
      '*/5 * * * *',
      '0 0 29 2 *',
      '0 0 1-5,10 jan,FEB mon-fri',
      '? ? ? ? ?',
      '  0\t0 * * 0 ',
      '@daily',
      '@every 1h30m',
      '0 0 31 4 MON',
      '5/15 * * * *',
    ],
    wrong: [
      ['* * * *', 'has 4 fields'],
      ['0 0 12 * * ?', 'leave out the seconds'],
      ['0 0 * * 7', 'write 0 or SUN for Sunday'],
      ['0 0 30 2 *', 'never fires'],
      ['0 0 31 4,6,9,11 *', 'never fires'],
      ['*/61 * * * *', 'holds a step in */61'],
      ['*/0 * * * *', 'holds a step of 0'],
      ['@reboot', 'a cluster has no start'],
      ['0 0 L * *', 'L, W, # and H are of other programs'],
      ['0 0 * * 1#2', 'L, W, # and H are of other programs'],
      ['H 3 * * *', 'L, W, # and H are of other programs'],
      ['1.5 * * * *', 'is no value for minutes (0-59)'],
      ['60 * * * *', 'is no value for minutes (0-59)'],
      ['5-1 * * * *', 'ends before it begins'],
      ['TZ=Europe/Paris 0 0 * * *', "write timeZone: 'Europe/Paris'"],
      ['CRON_TZ=UTC 0 0 * * *', "write timeZone: 'UTC'"],
      ['0 0 * * * # nightly', 'leave out the comment'],
      ['', 'has 1 fields'],
      [5, 'is not text'],
    ],
  },
  'time zone': {
    check: timeZone,
    right: [
      'Europe/Madrid',
      'Etc/UTC',
      'UTC',
      'America/Argentina/Buenos_Aires',
      'US/Pacific',
      'Asia/Calcutta',
      'EST',
      'America/Port-au-Prince',
      'Etc/GMT+5',
    ],
    wrong: [
      ['Europe/Pariss', 'did you mean Europe/Paris?'],
      ['europe/paris', 'did you mean Europe/Paris?'],
      ['etc/utc', 'did you mean Etc/UTC?'],
      ['Mars/Olympus', 'is no time zone'],
      ['GMT+1', 'is an offset'],
      ['+02:00', 'is an offset'],
      ['America/New York', 'did you mean America/New_York?'],
      ['Z', 'is an offset'],
      ['', 'is no time zone'],
      ['../etc/passwd', 'is no time zone'],
      [' Europe/Paris', 'did you mean Europe/Paris?'],
    ],
  },
  'build folder': {
    check: buildContext,
    right: ['./services/api', 'services/api', '.', './a/../b'],
    wrong: [
      ['../other', 'leads out of the project'],
      ['a/../../b', 'leads out of the project'],
      ['/srv', 'is not relative'],
      ['~/x', 'is not relative'],
      ['https://github.com/a/b', 'is an address'],
      ['git@github.com:a/b', 'is an address'],
      ['a\\b', 'write "/" between folders'],
      ['', 'is not relative'],
      ['C:/x', 'is an address'],
    ],
  },
  'path of a probe': {
    check: httpPath,
    right: ['/', '/health', '/a?b=c', "/it's/$x"],
    wrong: [
      ['health', 'write /health'],
      ['http://x/health', 'write /health'],
      ['/a b', 'encode it'],
      ['/a\nb', 'encode it'],
      ['//x', 'write /x'],
      ['/ü', 'encode it'],
    ],
  },
  'range of addresses': {
    check: cidr,
    right: ['10.0.0.0/8', '0.0.0.0/0', '10.1.2.3/32', 'fd00::/8', '2001:db8::1/128'],
    wrong: [
      ['10.0.0.0/33', 'correct the range'],
      ['10.1.2.3', 'write 10.1.2.3/32'],
      ['10.1.2.3/16', 'write 10.1.0.0/16'],
      ['example.com/32', 'correct the range'],
      ['10.0.0.0/08', 'correct the range'],
      ['256.0.0.0/8', 'correct the range'],
    ],
  },
};

const rows = Object.entries(cases);

test.each(rows.flatMap(([what, { check, right }]) => right.map((value) => [what, value, check] as const)))(
  '%s: %j is right',
  (_, value, check) => {
    expect(check(value)).toEqual([]);
  },
);

test.each(
  rows.flatMap(([what, { check, wrong }]) => wrong.map(([value, words]) => [what, value, words, check] as const)),
)('%s: %j is refused: %s', (_, value, words, check) => {
  const [finding] = check(value);
  expect(finding && problemText({ construct: 'orders/api', ...finding })).toContain(words);
});

test.each([...rows, ['variables', { check: env }] as const])(
  '%s: whatever is given, the check itself does not fail',
  (_, { check }) => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (value) => {
        expect(Array.isArray(check(value))).toBe(true);
      }),
    );
  },
);
