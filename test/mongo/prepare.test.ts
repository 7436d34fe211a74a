import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../lib/mongo/scripts/prepare.sh');
const OWN_NAME = 'mongo-0.mongo-headless.orders.svc.cluster.local';

let folder: string;
let source: string;
let target: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-'));
  for (const name of ['bin', 'secret', 'run']) mkdirSync(join(folder, name));
  source = join(folder, 'secret/keyfile');
  target = join(folder, 'run/keyfile');
  writeFileSync(source, 'c2VjcmV0LWtleQ==\n');
  command('hostname', 'echo mongo-0');
  command('getent', `[ "$*" = "hosts ${OWN_NAME}" ]`);
});

afterEach(() => rmSync(folder, { recursive: true }));

// A stand-in for a program of the system, first on PATH.
function command(name: string, body: string): void {
  writeFileSync(join(folder, 'bin', name), `#!/bin/bash\n${body}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

const environment = () => ({
  PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
  HEADLESS_DOMAIN: 'mongo-headless.orders.svc.cluster.local',
  KEYFILE_SOURCE: source,
  KEYFILE_TARGET: target,
  DNS_SECONDS: '2', // bash counts whole seconds of the clock: 1 may be over at once
});

function prepare() {
  const { status, stdout, stderr } = spawnSync('bash', [SCRIPT], { env: environment(), encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe('prepare', () => {
  it('copies the key file with mode 0400, as mongod wants it', () => {
    expect(prepare()).toEqual({ status: 0, said: '' });
    expect(readFileSync(target, 'utf8')).toBe('c2VjcmV0LWtleQ==\n');
    expect(mode(target)).toBe('400');
  });

  it('replaces the copy of an earlier run by a new file, and leaves nothing else behind', () => {
    prepare();
    const { ino } = statSync(target);
    writeFileSync(source, 'bmV3LXNlY3JldC1rZXk=');
    expect(prepare()).toEqual({ status: 0, said: '' });
    expect(readFileSync(target, 'utf8')).toBe('bmV3LXNlY3JldC1rZXk=');
    expect(mode(target)).toBe('400');
    expect(statSync(target).ino).not.toBe(ino);
    expect(readdirSync(join(folder, 'run'))).toEqual(['keyfile']);
  });

  it('is not stopped by what an interrupted run left', () => {
    writeFileSync(`${target}.new`, 'half', { mode: 0o400 });
    expect(prepare().status).toBe(0);
    expect(readdirSync(join(folder, 'run'))).toEqual(['keyfile']);
  });

  it('never lets anybody else read the key, not even while it is written', () => {
    command('cat', 'stat -c %a "$KEYFILE_TARGET.new" >&2; exec /bin/cat "$@"');
    expect(prepare()).toEqual({ status: 0, said: '600\n' });
  });

  it('refuses a missing key file', () => {
    rmSync(source);
    expect(prepare()).toEqual({ status: 1, said: `prepare: there is no readable key file at ${source}\n` });
  });

  it('refuses a folder, which Docker makes where a bind mount finds nothing', () => {
    rmSync(source);
    mkdirSync(source);
    expect(prepare()).toEqual({ status: 1, said: `prepare: there is no readable key file at ${source}\n` });
  });

  it.each([
    ['an empty', '', 0],
    ['a blank', ' \n\n\n\n\n\n\n', 0],
    ['a too short', 'Zm9v\n\n\n', 4],
  ])('refuses %s key file without showing it, and keeps the old copy', (_, content, length) => {
    prepare();
    writeFileSync(source, content);
    expect(prepare()).toEqual({
      status: 1,
      said: `prepare: the key file ${source} has ${length} characters, mongod wants at least 6\n`,
    });
    expect(readFileSync(target, 'utf8')).toBe('c2VjcmV0LWtleQ==\n');
  });

  it('waits until its own name resolves', () => {
    const tried = join(folder, 'tried');
    command('getent', `[ -e ${tried} ] || { touch ${tried}; exit 2; }`);
    expect(prepare()).toEqual({ status: 0, said: '' });
  });

  it('gives up with the name and the reason when it never resolves', () => {
    command('getent', 'exit 2');
    expect(prepare()).toEqual({
      status: 1,
      said:
        `prepare: ${OWN_NAME} did not resolve within 2 s, so mongod would not find itself in its replica set; ` +
        'look at the headless Service and at DNS\n',
    });
  });

  it('ends promptly when it is stopped while it waits', async () => {
    command('getent', 'touch "$KEYFILE_TARGET.asked"; exit 2');
    const child = spawn('bash', [SCRIPT], { env: { ...environment(), DNS_SECONDS: '60' } });
    while (!readdirSync(join(folder, 'run')).includes('keyfile.asked')) await new Promise((go) => setTimeout(go, 20));
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([143, null]);
  });
});
