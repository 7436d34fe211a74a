import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, inFolder } from './synthesis';

const root = join(__dirname, '..');
const documents = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`);

function blocks(language: string, name = 'README.md'): readonly string[] {
  const text = readFileSync(join(root, name), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block = '']) => block);
}

/** A document's program, run as a user runs it: as a file of a project that has the packages. */
function run(program: string, folder: string) {
  writeFileSync(join(folder, 'main.ts'), program);
  writeFileSync(join(folder, 'package.json'), '{}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'services', 'api'), { recursive: true });
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') };
  return spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: folder, env, encoding: 'utf8' });
}

test('the program of the README yields the excerpts that the README shows', () => {
  inFolder((folder) => {
    const [program = ''] = blocks('ts');
    const { status, stderr } = run(program, folder);
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('none unexplained') });
    const outputs = [
      ...Object.values(filesIn(join(folder, 'dist'))),
      readFileSync(join(folder, 'compose.yaml'), 'utf8'),
    ];
    const excerpts = blocks('yaml');
    expect(excerpts).toHaveLength(2);
    for (const excerpt of excerpts) expect(outputs.filter((text) => text.includes(excerpt))).toHaveLength(1);
  });
});

test('a mistake ends the program with the message alone', () => {
  inFolder((folder) => {
    const [program = ''] = blocks('ts');
    const { status, stderr, stdout } = run(program.replace('orders-api:1.2.3', 'orders-api'), folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^One mistake in the definition; nothing was written\.\n {2}orders\/api · image: .*\n$/);
  });
});

/** That of docs/testing.md are tests, and test/testing/docs.test.ts runs them. */
const programs = documents
  .filter((name) => name !== 'docs/testing.md')
  .flatMap((name) => blocks('ts', name).map((program) => [name, program] as const));

/** What a program of a document includes. */
const agent = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template: {metadata: {labels: {app: agent}}, spec: {containers: [{name: agent, image: 'acme/agent:1'}]}}
`;

test.each(programs)('a program of %s runs, and no difference of what it makes is unexplained', (_, program) => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'agent.yaml'), agent);
    const { status, stderr } = run(program, folder);
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('none unexplained') });
    // What is included is somebody else's.
    expect(stderr).not.toMatch(/\((?:Deployment|StatefulSet|CronJob) /);
  });
});

test('the programs of the documents are typed as a user’s compiler asks', () => {
  inFolder((folder) => {
    const tests = [...blocks('ts'), ...blocks('ts', 'docs/testing.md')].map((program) => ['tests', program] as const);
    const all = [...tests, ...programs];
    cpSync(join(root, 'apps', 'data-platform.ts'), join(folder, 'data-platform.ts'));
    for (const [index, [, program]] of all.entries()) writeFileSync(join(folder, `program-${index}.ts`), program);
    const compilerOptions = {
      noEmit: true,
      typeRoots: [join(root, 'node_modules', '@types')],
      types: ['node', 'jest'],
    };
    const config = { extends: join(root, 'tsconfig.json'), compilerOptions, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...documents])(
  'every link of %s leads to a file',
  (name) => {
    const links = [...readFileSync(join(root, name), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      ([, link = '']) => link,
    );
    expect(links.filter((link) => !Object.keys(filesAt(join(root, dirname(name), link))).length)).toEqual([]);
  },
);

function filesAt(path: string): object {
  try {
    return readFileSync(path) && { [path]: true };
  } catch {
    return filesIn(path);
  }
}
