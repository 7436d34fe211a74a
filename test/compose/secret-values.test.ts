import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from '../../lib/compose/fragment';
import { secretFiles } from '../../lib/compose/secret-values';
import type { SecretKey } from '../../lib/workloads/workload';
import { inFolder } from '../synthesis';

const secret = (key: string, more: Partial<SecretKey> = {}): SecretKey => {
  return { from: 'secret', namespace: 'orders', name: 'keys', key, ...more };
};
const envFile = (path: string, ...content: Asset['content']): Asset => ({ path, content, executable: false });
const inEnv = (...content: Asset['content']) => [envFile('./.tandem/env/api.env', ...content)];

function files(root: string, assets: readonly Asset[]): Readonly<Record<string, string>> {
  return Object.fromEntries(secretFiles(root, assets).map(({ path, content }) => [path, content]));
}

/** A value that somebody put in place of ours. */
function given(root: string, key: string, value: string): void {
  mkdirSync(join(root, '.tandem/secrets/keys'), { recursive: true });
  writeFileSync(join(root, '.tandem/secrets/keys', key), value);
}

test('a secret is made up, safe in a URL, and lies in a file of its own', () => {
  inFolder((folder) => {
    const made = files(folder, inEnv('TOKEN=', secret('token'), '\n'));
    expect(Object.keys(made)).toEqual(['./.tandem/env/api.env', './.tandem/secrets/keys/token']);
    expect(made['./.tandem/secrets/keys/token']).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(made['./.tandem/env/api.env']).toBe(`TOKEN=${made['./.tandem/secrets/keys/token']}\n`);
  });
});

test('it is the same wherever it is used, also from another namespace, and each key has its own', () => {
  inFolder((folder) => {
    const elsewhere = secret('a', { namespace: 'billing' });
    const made = files(folder, [
      ...inEnv('A=', secret('a'), '\nB=', secret('b'), '\n'),
      envFile('./.tandem/env/web.env', 'A=', elsewhere, '\n'),
    ]);
    const [a, b] = ['a', 'b'].map((key) => made[`./.tandem/secrets/keys/${key}`]);
    expect(a).not.toBe(b);
    expect(made['./.tandem/env/api.env']).toBe(`A=${a}\nB=${b}\n`);
    expect(made['./.tandem/env/web.env']).toBe(`A=${a}\n`);
  });
});

test.each([
  ['as it is', 'my own $ecret "1"', 'my own $ecret "1"'],
  ['less the newline of an editor', 'mine\n', 'mine'],
  ['less the newline of an editor on Windows', 'mine\r\n', 'mine'],
  ['with its spaces and all newlines but the last', ' a\nb \n\n', ' a\nb \n'],
  ['also when it is empty', '', ''],
])('a value that somebody put in its place stays, %s', (_, text, value) => {
  inFolder((folder) => {
    given(folder, 'token', text);
    expect(files(folder, inEnv(secret('token')))).toEqual({
      './.tandem/env/api.env': value,
      './.tandem/secrets/keys/token': value,
    });
  });
});

test('the value of a Secret that the app itself makes is that very value', () => {
  inFolder((folder) => {
    given(folder, 'token', 'old');
    const made = files(folder, inEnv(secret('token', { value: 'from the app' })));
    expect(made['./.tandem/secrets/keys/token']).toBe('from the app');
  });
});

test('a file that several mount is written once, and may be run if one of them runs it', () => {
  const script = (executable: boolean): Asset => ({ path: './.tandem/configs/a/run.sh', content: ['x'], executable });
  for (const assets of [
    [script(true), script(false)],
    [script(false), script(true)],
  ]) {
    expect(secretFiles('/nonexistent', assets)).toEqual([
      { path: './.tandem/configs/a/run.sh', content: 'x', mode: 0o755 },
    ]);
  }
  expect(secretFiles('/nonexistent', [script(false)])[0]?.mode).toBe(0o644);
});
