import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, inFolder } from '../synthesis';

const root = join(__dirname, '..', '..');
const [a, b] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);

/** `tandem lock` over images, with a docker that knows these digests. */
function locking(
  images: readonly string[],
  digests: Readonly<Record<string, string>>,
  lock?: string,
  ...args: string[]
) {
  return inFolder((folder) => {
    const description = { projectRoot: '.', committed: [], unexplained: [], images, staleLock: [] };
    const line = JSON.stringify(`${JSON.stringify(description)}\n`);
    writeFileSync(join(folder, 'cdk8s.yaml'), 'app: node main.js\n');
    writeFileSync(join(folder, 'main.js'), `require('fs').appendFileSync(process.env.TANDEM_DESCRIBE, ${line});\n`);
    if (lock) writeFileSync(join(folder, 'images.lock.json'), lock);
    const cases = Object.entries(digests).map(([image, digest]) => `${image}) echo '{"digest":"${digest}"}';;`);
    const script = `#!/bin/sh\n[ "$2" = version ] && exit 0\nfor image; do :; done\ncase "$image" in\n${cases.join('\n')}\n*) echo "ERROR: $image: not found" >&2; exit 1;;\nesac\n`;
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/docker'), script);
    chmodSync(join(folder, 'bin/docker'), 0o755);
    const env = {
      ...process.env,
      PATH: `${folder}/bin:${process.env.PATH}`,
      TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
    };
    const program = ['--import', require.resolve('tsx'), join(root, 'lib/cli/tandem.ts'), 'lock', ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: folder, env, encoding: 'utf8' });
    return { status, said: stdout + stderr, lock: filesIn(folder)['images.lock.json'] };
  });
}

const textOf = (digest: string | undefined) => `{\n  "version": 1,\n  "images": {\n    "web:1": "${digest}"\n  }\n}\n`;

test('every image by tag is locked, in the order of their names', () => {
  const { status, lock } = locking(['web:1', 'api:1'], { 'web:1': a ?? '', 'api:1': b ?? '' });
  expect({ status, lock }).toEqual({
    status: 0,
    lock: `{\n  "version": 1,\n  "images": {\n    "api:1": "${b}",\n    "web:1": "${a}"\n  }\n}\n`,
  });
});

test('all that cannot be found is said at once, and nothing is written', () => {
  const { status, said, lock } = locking(['web:1', 'api:1', 'etl:1'], { 'web:1': a ?? '' });
  expect({ status, said, lock }).toEqual({
    status: 1,
    said:
      'api:1: not found.\n  Fix: push it first; or mend its name or its tag.\n' +
      'etl:1: not found.\n  Fix: push it first; or mend its name or its tag.\nNothing was written.\n',
    lock: undefined,
  });
});

test('what is locked stays so, and a tag that moved is said; --update or its name takes what is there now', () => {
  const moved = { 'web:1': b ?? '' };
  const kept = locking(['web:1'], moved, textOf(a));
  expect(kept).toMatchObject({ status: 0, lock: textOf(a) });
  expect(kept.said).toContain(`web:1: points to ${b} now, and stays locked to ${a}: tags must be immutable.`);
  expect(locking(['web:1'], moved, textOf(a), '--update').lock).toBe(textOf(b));
  expect(locking(['web:1'], moved, textOf(a), 'web:1').lock).toBe(textOf(b));
});

test('what is locked stays so where the registry does not answer, and that is said', () => {
  const { status, said, lock } = locking(['web:1'], {}, textOf(a));
  expect({ status, lock }).toEqual({ status: 0, lock: textOf(a) });
  expect(said).toMatch(`web:1: not found. It stays locked to ${a}.\ntandem: one image in `);
});

test('what no manifest uses any more goes', () => {
  const both = `{"version":1,"images":{"old:1":"${b}","web:1":"${a}"}}`;
  expect(locking(['web:1'], { 'web:1': a ?? '' }, both).lock).toBe(textOf(a));
});

test('a name that no manifest has is refused, and so is a lock that is none', () => {
  expect(locking(['web:1'], {}, undefined, 'wbe:1')).toMatchObject({
    status: 2,
    said: 'tandem: no manifest has the image wbe:1 by tag alone\nFix: web:1\n',
  });
  expect(locking(['web:1'], {}, '{')).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^images\.lock\.json · /),
  });
});
