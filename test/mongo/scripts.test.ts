import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const script = (name: string) => join(__dirname, '../../lib/mongo/scripts', name);

describe.each(['prepare.sh', 'ready.sh', 'reconcile.js', 'seed.js'])('%s', (name) => {
  const text = readFileSync(script(name), 'utf8');

  it('has LF line ends, because bash reads CR as part of a word', () => {
    expect(text).not.toContain('\r');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('is plain enough for a ConfigMap: no tab, no trailing space, no character outside the keyboard', () => {
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(text).not.toMatch(/ \n/);
  });
});

it.each(['prepare.sh', 'ready.sh'])('%s is valid bash', (name) => {
  expect(spawnSync('bash', ['-n', script(name)], { encoding: 'utf8' }).stderr).toBe('');
});
