import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { problemText } from '../../lib/checks/problem';
import type { Asset, VariablesFile } from '../../lib/compose/fragment';
import { secretFiles, unfitSecrets } from '../../lib/compose/secret-values';
import type { SecretKey } from '../../lib/workloads/volume';
import { inFolder } from '../synthesis';

const secret = (key: string, more: Partial<SecretKey> = {}): SecretKey => {
  return { from: 'secret', namespace: 'orders', name: 'keys', key, ...more };
};
const inEnv = (variables: VariablesFile['variables'], service = 'api'): Asset => {
  return { path: `./.tandem/env/${service}.env`, variables };
};

function files(root: string, ...assets: readonly Asset[]): Readonly<Record<string, string | Uint8Array>> {
  return Object.fromEntries(secretFiles(root, assets).map(({ path, content }) => [path, content]));
}

/** A value that somebody put in place of ours. */
function given(root: string, key: string, value: string | Uint8Array): void {
  mkdirSync(join(root, '.tandem/secrets/keys'), { recursive: true });
  writeFileSync(join(root, '.tandem/secrets/keys', key), value);
}

test('a secret is made up, safe in a URL, and lies in a file of its own', () => {
  inFolder((folder) => {
    const made = files(folder, inEnv({ TOKEN: [secret('token')] }));
    expect(Object.keys(made)).toEqual(['./.tandem/env/api.env', './.tandem/secrets/keys/token']);
    expect(made['./.tandem/secrets/keys/token']).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(made['./.tandem/env/api.env']).toBe(`TOKEN="${made['./.tandem/secrets/keys/token']}"\n`);
  });
});

test('it is the same wherever it is used, also from another namespace, and each key has its own', () => {
  inFolder((folder) => {
    const elsewhere = secret('a', { namespace: 'billing' });
    const made = files(folder, inEnv({ A: [secret('a')], B: [secret('b')] }), inEnv({ A: [elsewhere] }, 'web'));
    const [a, b] = ['a', 'b'].map((key) => made[`./.tandem/secrets/keys/${key}`]);
    expect(a).not.toBe(b);
    expect(made['./.tandem/env/api.env']).toBe(`A="${a}"\nB="${b}"\n`);
    expect(made['./.tandem/env/web.env']).toBe(`A="${a}"\n`);
  });
});

test.each([
  ['as it is', 'my own #ecret', 'my own #ecret', 'my own #ecret'],
  ['whatever it means to Compose', 'my $own \\ "1"', 'my $own \\ "1"', 'my \\$own \\\\ \\"1\\"'],
  ['less the newline of an editor', 'mine\n', 'mine', 'mine'],
  ['less the newline of an editor on Windows', 'mine\r\n', 'mine', 'mine'],
  ['with its spaces and all newlines but the last', ' a\r\nb \n\n', ' a\r\nb \n', ' a\\r\\nb \\n'],
  ['also when it is empty', '', '', ''],
])('a value that somebody put in its place stays, %s', (_, text, value, quoted) => {
  inFolder((folder) => {
    given(folder, 'token', text);
    expect(files(folder, inEnv({ TOKEN: [secret('token')] }))).toEqual({
      './.tandem/env/api.env': `TOKEN="${quoted}"\n`,
      './.tandem/secrets/keys/token': value,
    });
  });
});

test('bytes that somebody put in its place stay, and are refused for a variable', () => {
  const bytes = new Uint8Array([0xff, 0x00, 0x0a]);
  inFolder((folder) => {
    given(folder, 'store', bytes);
    const mounted: Asset = { path: './.tandem/secrets/keys/store', content: [secret('store')], executable: false };
    expect(files(folder, mounted)).toEqual({ './.tandem/secrets/keys/store': bytes });
    expect(unfitSecrets(folder, [mounted])).toEqual([]);
    expect(unfitSecrets(folder, [inEnv({ STORE: [secret('store')] })]).map(problemText)).toEqual([
      './.tandem/secrets/keys/store · value: is not text, and a variable takes its value from there. Expected text in UTF-8, without NUL. Fix: write text into the file, or mount the Secret in place of the variable.',
    ]);
  });
});

test('the value of a Secret that the app itself makes is that very value', () => {
  inFolder((folder) => {
    given(folder, 'token', 'old');
    const made = files(folder, inEnv({ TOKEN: ['<', secret('token', { value: 'from the app' }), '>'] }));
    expect(made).toEqual({ './.tandem/env/api.env': 'TOKEN="<from the app>"\n' });
  });
});

test('a file that several mount is written once, and a program may be run', () => {
  const script = (path: string, executable: boolean): Asset => ({ path, content: ['x'], executable });
  expect(secretFiles('/nonexistent', [script('./a', false), script('./a', false), script('./b', true)])).toEqual([
    { path: './a', content: 'x', mode: 0o644 },
    { path: './b', content: 'x', mode: 0o755 },
  ]);
});

// What Compose's parser does with a text in double quotes: it ends at a quote without a backslash, then escapes stand
// for what they name, and \\$ for a dollar that refers to nothing.
function composeReads(line: string): string | undefined {
  const [, name, body = ''] = /^([\w.-]+)="((?:[^"\\\n$]|\\[\\"$nr])*)"\n$/.exec(line) ?? [];
  const escapes: Record<string, string> = { n: '\n', r: '\r' };
  return name === undefined ? undefined : body.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}

test('any text stands in a file of variables so that Compose reads that very text', () => {
  const text = fc.string({
    unit: fc.constantFrom('\\', '"', "'", '$', '{', '}', '\n', '\r', '#', ' ', '=', 'n', 'ñ', '0'),
  });
  fc.assert(
    fc.property(text, text, (before, value) => {
      const made = files('/nonexistent', inEnv({ NAME: [before, secret('token', { value })] }));
      expect(composeReads(String(made['./.tandem/env/api.env']))).toBe(before + value);
    }),
  );
});
