import { ConfigFile } from 'cdk8s-tandem';
import fc from 'fast-check';
import { anyText } from '../yaml/nasties';
import type { Family, Right, Wrong } from './family';
import { noText, someOf, unseen, withStranger } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const);

const step = fc.oneof(
  someOf('aZ9._-', 1, 8),
  fc.constantFrom('ñ', 'a b', '#', '%', '$HOME', "it's", '"', '{a}', ',', '*', '..a', '-', '__proto__', 'constructor'),
);
const plainStep = step.filter((part) => !/^\.\.?$/.test(part));
const under = (folder: string) =>
  fc.array(plainStep, { minLength: 1, maxLength: 3 }).map((parts) => `${folder}/${parts.join('/')}`);
const filePath = under('/srv');
/** What a file of a ConfigMap may hold. */
export const contentOf = anyText.filter((text) => !/\p{Cs}/u.test(text));

const urlStep = fc.array(
  fc.constantFrom(
    'a',
    'Z',
    '9',
    '-',
    '_',
    '~',
    '%20',
    '%C3%B1',
    '!',
    '$',
    '&',
    "'",
    '(',
    ')',
    '*',
    '+',
    ',',
    ';',
    '=',
    ':',
    '@',
  ),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const httpPath = fc
  .tuple(
    fc.array(
      urlStep.map((parts) => parts.join('')),
      { maxLength: 3 },
    ),
    fc.constantFrom('', '/', '?a=b', '?a&b=%20'),
  )
  .map(([parts, end]) => `/${parts.join('/')}${parts.length === 0 && end === '/' ? '' : end}`)
  .filter((path) => !path.includes('$('));

const wrongHttpPath = fc.oneof(
  withStranger(httpPath, [
    '\0',
    '\n',
    ' ',
    '\u00a0',
    '\u202e',
    '\ud800',
    '"',
    '<',
    '>',
    '\\',
    '^',
    '`',
    '{',
    '|',
    'é',
    '#',
    '%zz',
  ]),
  httpPath.map((path) => path.slice(1)).filter((path) => !path.startsWith('/')),
  fc.constantFrom(
    '',
    'ready',
    'http://localhost/ready',
    '//host/ready',
    '/a/../b',
    '/.',
    '/..',
    '/%',
    '/${PATH}',
    '/{{ p }}',
  ),
  noText,
);
const wrongMountPath = fc.oneof(
  withStranger(filePath, [...unseen, ':', '\\', '//', '/../', '/./']),
  fc.constantFrom(
    '',
    '/',
    'data',
    './data',
    '../data',
    'C:\\data',
    '/a/..',
    '/..',
    '/a//b',
    '~/a',
    '/proc',
    '/proc/1',
    '/sys',
    '/dev/shm',
  ),
  noText,
);
const wrongConfigPath = fc.oneof(
  withStranger(filePath, [...unseen, ':', '\\', '//', '/../']),
  filePath.map((path) => `${path}/`),
  fc.constantFrom(
    '',
    '/',
    'a.ini',
    '/etc/hosts',
    '/etc/resolv.conf',
    '/proc/1/a',
    '/dev/a',
    '/tmp/a',
    '/run/secrets/a',
    '/var/run/secrets/a',
  ),
);
const wrongSecretPath = fc.oneof(
  withStranger(under('/run/secrets'), [...unseen, ':', '//', '/../']),
  fc.constantFrom(
    '',
    'key',
    '/etc/key',
    '/run/secrets',
    '/run/secrets/',
    '/run/secretsx/a',
    '/run/secrets/..a',
    '/run/secrets/.',
    '/a',
  ),
);
const wrongProjectPath = fc.oneof(
  fc.constantFrom(
    '',
    '/',
    '/etc',
    '..',
    '../a',
    'a/../../b',
    '~',
    '~/a',
    'C:\\a',
    'a\\b',
    'https://a/b.git',
    'git@a:b',
    '${DIR}',
    'a\0',
  ),
  noText.filter((value) => typeof value !== 'object'),
);
const wrongProjectFile = fc.oneof(
  fc.constantFrom(
    '',
    '/etc/passwd',
    '../a',
    '.env',
    'a/.env.prod',
    'a/tls.key',
    'id_rsa',
    'a/',
    '.',
    './missing.ini',
    'a\0b',
    '~/.npmrc',
  ),
  noText.filter((value) => typeof value !== 'object'),
);

const of = (key: string, value: unknown) => Object.fromEntries([[key, value]]);

const reference = { pieces: [{ secretName: 'keys', key: 'key', called: 'SECRET' }] };

const right: fc.Arbitrary<Right> = fc.oneof(
  fc
    .tuple(kind, fc.dictionary(filePath, contentOf, { minKeys: 1, maxKeys: 3 }))
    .filter(([, files]) => areApart(Object.keys(files)))
    .map(
      ([kind, config]): Right => ({
        kind,
        props: { config },
        kept({ container, objects, service }) {
          const { data } = Object(objects.find(({ kind }) => kind === 'ConfigMap'));
          const mounts = (container.volumeMounts as readonly Mount[]).filter(({ name }) => name === 'config');
          const files = mounts.map(({ mountPath, subPath = '' }) => [mountPath, data[subPath]]);
          expect(Object.fromEntries(files)).toEqual({ ...config });
          const targets = (service.configs as readonly { readonly target: string }[]).map(({ target }) => target);
          expect(targets.toSorted()).toEqual(Object.keys(config).toSorted());
        },
      }),
    ),
  fc
    .tuple(kind, under('/run/secrets'))
    .filter(([, path]) => !path.includes('/..'))
    .map(
      ([kind, path]): Right => ({
        kind,
        props: { secretFiles: of(path, reference) },
        kept({ pod, service }) {
          const items = [{ key: 'key', path: path.slice('/run/secrets/'.length) }];
          const volume = { projected: { sources: [{ secret: { name: 'keys', items } }] } };
          expect(pod.spec.volumes).toContainEqual(
            expect.objectContaining({ projected: expect.objectContaining(volume.projected) }),
          );
          expect(service.secrets).toEqual([expect.objectContaining({ target: path })]);
        },
      }),
    ),
  fc
    .tuple(httpPath, httpPath)
    .filter(([one, other]) => one !== other)
    .map(
      ([livenessPath, readinessPath]): Right => ({
        kind: 'api',
        props: { livenessPath, readinessPath },
        kept({ container }) {
          expect(container.livenessProbe).toMatchObject({ httpGet: { path: livenessPath } });
          expect(container.readinessProbe).toMatchObject({ httpGet: { path: readinessPath } });
        },
      }),
    ),
  filePath.map(
    (mountPath): Right => ({
      kind: 'job',
      props: { checkpoint: { size: '1Gi', mountPath } },
      kept({ container, service }) {
        expect(container.volumeMounts).toContainEqual(expect.objectContaining({ name: 'checkpoint', mountPath }));
        expect(service.volumes).toContainEqual(expect.objectContaining({ target: mountPath }));
      },
    }),
  ),
);

interface Mount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
}

const wrong: fc.Arbitrary<Wrong> = fc.oneof(
  fc
    .tuple(kind, wrongConfigPath, contentOf)
    .map(([kind, path, text]) => ({ kind, props: { config: of(path, text) }, prop: 'config' })),
  fc
    .tuple(kind, noText.filter(isNoFile))
    .map(([kind, text]) => ({ kind, props: { config: of('/srv/a', text) }, prop: 'config' })),
  kind.map((kind) => ({ kind, props: { config: { '/srv/a': '1', '/srv/a/b': '2' } }, prop: 'config' })),
  fc.tuple(kind, wrongProjectFile).map(([kind, path]) => ({
    kind,
    props: { config: { '/srv/a': ConfigFile.fromPath(path as string) } },
    prop: 'config',
  })),
  fc
    .tuple(kind, wrongSecretPath)
    .map(([kind, path]) => ({ kind, props: { secretFiles: of(path, reference) }, prop: 'secretFiles' })),
  fc.tuple(kind, fc.oneof(noText, fc.constant('Tr0ub4dor'))).map(([kind, text]) => ({
    kind,
    props: { secretFiles: of('/run/secrets/a', text) },
    prop: 'secretFiles',
    secret: 'Tr0ub4dor',
  })),
  fc
    .tuple(fc.constantFrom('livenessPath', 'readinessPath'), wrongHttpPath)
    .map(([prop, path]) => ({ kind: 'api' as const, props: { [prop]: path }, prop })),
  wrongHttpPath.map((path) => ({ kind: 'api' as const, props: { metrics: { path } }, prop: 'metrics.path' })),
  wrongMountPath.map((mountPath) => ({
    kind: 'job' as const,
    props: { checkpoint: { size: '1Gi', mountPath } },
    prop: 'checkpoint.mountPath',
  })),
  fc.tuple(kind, wrongMountPath).map(([kind, mountPath]) => ({
    kind,
    props: { volumes: [{ name: 'a', emptyDir: {} }], volumeMounts: [{ name: 'a', mountPath }] },
    prop: 'volumeMounts[0].mountPath',
  })),
  fc.tuple(kind, wrongProjectPath).map(([kind, build]) => ({ kind, props: { local: { build } }, prop: 'local.build' })),
  wrongProjectPath.map((seed) => ({ kind: 'mongo' as const, props: { local: { seed } }, prop: 'local.seed' })),
  wrongProjectPath
    .filter((path) => path !== '')
    .map((dockerfile) => ({
      kind: 'api' as const,
      props: { local: { build: { context: '.', dockerfile } } },
      prop: 'local.build.dockerfile',
    })),
);

const nearPath = fc.oneof(
  fc
    .array(fc.constantFrom('/', 'a', '..', '.', 'é', '%', ' ', ':', '/data'), { maxLength: 5 })
    .map((all) => all.join('')),
  fc.constantFrom('/proc', '/etc', '/ready?a=b', 'C:\\a', '/usr/bin', '/etc/ssl', '/run/a', '/var/lib/a'),
);
const near = fc.oneof(
  fc
    .tuple(kind, fc.dictionary(nearPath, contentOf, { maxKeys: 2 }))
    .map(([kind, config]) => ({ kind, props: { config } })),
  fc
    .tuple(kind, nearPath)
    .map(([kind, path]) => ({ kind, props: { secretFiles: of(`/run/secrets${path}`, reference) } })),
  fc
    .tuple(fc.constantFrom('livenessPath', 'readinessPath'), nearPath)
    .map(([prop, path]) => ({ kind: 'api' as const, props: { [prop]: path } })),
  nearPath.map((path) => ({ kind: 'api' as const, props: { metrics: { path } } })),
  nearPath.map((mountPath) => ({ kind: 'job' as const, props: { checkpoint: { size: '1Gi', mountPath } } })),
);

export const paths: Family = { right, wrong, near };

/** No file lies in another. */
function areApart(all: readonly string[]): boolean {
  return !all.some((path) => all.some((other) => path.startsWith(`${other}/`)));
}

function isNoFile(value: unknown): boolean {
  return !(value instanceof String);
}
