import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';
import type { Outcome } from '../../lib/cli/outcome';
import type { Description } from '../../lib/description';
import { filesIn, inFolder } from '../synthesis';

const root = join(__dirname, '..', '..');

/** `tandem check` in a folder with these files; it must change none of them and leave nothing elsewhere. */
async function checked(files: Readonly<Record<string, string>>): Promise<Outcome> {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  const temporary = mkdtempSync(join(tmpdir(), 'tandem-'));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = temporary;
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  process.chdir(folder);
  try {
    const outcome = await main(['check']);
    expect(filesIn(folder)).toEqual(files);
    expect(readdirSync(temporary).filter((name) => name.startsWith('tandem-check-'))).toEqual([]);
    return outcome;
  } finally {
    process.chdir(home);
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    for (const made of [folder, temporary]) rmSync(made, { recursive: true });
  }
}

/** An app that describes itself so. */
function appOf(...descriptions: readonly Description[]) {
  const lines = descriptions.map((description) => `${JSON.stringify(description)}\n`).join('');
  const write = `require('fs').appendFileSync(process.env.TANDEM_DESCRIBE, ${JSON.stringify(lines)});`;
  return { 'cdk8s.yaml': 'app: node main.js\noutput: dist\n', 'main.js': `${write} console.log('noise');\n` };
}

const compose = { path: 'compose.yaml', content: '# ours\nservices: {}\n', marker: '#' };
const description: Description = { projectRoot: '.', committed: [compose], unexplained: [], images: [], staleLock: [] };

describe('an app of cdk8s.yaml', () => {
  test('whose files are as it describes them passes, with one line', async () => {
    expect(await checked({ ...appOf(description), 'compose.yaml': compose.content })).toEqual({
      code: 0,
      stdout: 'tandem: what is committed is what synth writes; every difference is explained\n',
    });
  });

  test('that wrote other files fails, and the fix is named', async () => {
    const { code, stderr } = await checked({ ...appOf(description), 'compose.yaml': '# ours\nservices: {a: {}}\n' });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'compose.yaml · line 2: is not what synth writes now, got "services: {a: {}}". Expected "services: {}". Fix: npx cdk8s synth, without TANDEM_CHECK, and commit it.\n',
    );
  });

  test('that writes no Compose file has nothing to check', async () => {
    const outcome = await checked(appOf({ ...description, committed: [] }));
    expect(outcome).toEqual({ code: 0, stdout: 'tandem: no Compose file to check\n' });
  });

  test('may be several, each with a folder of its own', async () => {
    const { code, stderr } = await checked({
      ...appOf(description, { ...description, projectRoot: './other' }),
      'compose.yaml': compose.content,
    });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^other\/compose\.yaml · line 1: is missing\./),
    });
  });

  test('must not be several that write one Compose file', async () => {
    const { code, stderr } = await checked({ ...appOf(description, description), 'compose.yaml': compose.content });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('several apps write their compose.yaml there'),
    });
  });

  test('that fails ends the check with its own exit code, and with what it printed', async () => {
    const files = {
      'cdk8s.yaml': 'app: node main.js\n',
      'main.js': "console.log('no such thing'); process.exitCode = 7;\n",
    };
    expect(await checked(files)).toEqual({ code: 7, stderr: 'no such thing\n' });
  });

  test('that is a plain cdk8s App is told what it lacks', async () => {
    const { code, stderr } = await checked({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': '' });
    expect(code).toBe(1);
    expect(stderr).toContain('`node main.js` of cdk8s.yaml made no Compose file.\nFix: end it with `new TandemApp(…)`');
  });
});

test.each([
  ['without a cdk8s.yaml', {}, /^tandem: there is no cdk8s\.yaml in .*\nFix: run it in the folder that has one/],
  ['with a cdk8s.yaml without app', { 'cdk8s.yaml': 'output: dist\n' }, /cdk8s\.yaml names no app\nFix: say there/],
  ['with an empty cdk8s.yaml', { 'cdk8s.yaml': '' }, /cdk8s\.yaml names no app\nFix: say there/],
  ['with a cdk8s.yaml that is no YAML', { 'cdk8s.yaml': 'a: [' }, /cdk8s\.yaml cannot be read: .*\nFix: say there/],
])('%s, check says what to do', async (_, files, said) => {
  expect(await checked(files)).toEqual({ code: 2, stderr: expect.stringMatching(said) });
});

/** The command as it is called, with a real app. */
function tandem(folder: string, ...args: string[]) {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') };
  const program = [...['--import', 'tsx'], join(root, 'lib/cli/tandem.ts'), ...args];
  return spawnSync(process.execPath, program, { cwd: folder, env, encoding: 'utf8' });
}

test('the example is fit after its synth; then every change of its files is found, and an unexplained field of the app', () => {
  inFolder((folder) => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'cdk8s.yaml'), 'app: node --import tsx main.ts\n');
    const program = (more: string) =>
      `import { TandemApp } from 'cdk8s-tandem';\nimport { dataPlatform } from '${root}/apps/data-platform';\nconst app = new TandemApp();\ndataPlatform(app);\n${more}app.synth();\n`;
    writeFileSync(join(folder, 'main.ts'), program(''));
    for (const path of ['compose.yaml', 'compose.differences.md', 'compose.differences.json'])
      writeFileSync(join(folder, path), readFileSync(join(root, path), 'utf8').replaceAll('\n', '\r\n'));
    const before = Object.keys(filesIn(folder)).filter((path) => !path.startsWith('node_modules'));
    expect(tandem(folder, 'check')).toMatchObject({ status: 0, stderr: '' });

    const pod = "{ containers: [{ name: 'main', image: 'api:1' }], someday: { password: 'abc' } }";
    const owner = `{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'new' }, spec: ${pod} }`;
    const patch = `new (require('cdk8s').ApiObject)(app.node.findChild('orders'), 'new', ${owner});\n`;
    writeFileSync(join(folder, 'main.ts'), program(patch));
    const { status, stderr } = tandem(folder, 'check');
    expect(status).toBe(1);
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining(
        'orders/new · spec/someday/password: is a difference between cluster and laptop that nobody has explained, got "(hidden)".',
      ),
      expect.stringMatching(/^compose\.differences\.md · line \d+: is not what synth writes now/),
      expect.stringMatching(/^compose\.differences\.json · line \d+: is not what synth writes now/),
      expect.stringMatching(/^compose\.yaml · line \d+: is not what synth writes now/),
      '',
    ]);
    expect(Object.keys(filesIn(folder)).filter((path) => !path.startsWith('node_modules'))).toEqual(before);
  });
});
