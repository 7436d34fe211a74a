import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, inFolder } from './synthesis';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block = '']) => block);
}

/** The README's program, run as a user runs it: as a file of a project that has the packages. */
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

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/differences.md'])(
  'every link of %s leads to a file',
  (name) => {
    const links = [...readFileSync(join(root, name), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      ([, link = '']) => link,
    );
    expect(links.filter((link) => !Object.keys(filesInRoot(link)).length)).toEqual([]);
  },
);

function filesInRoot(path: string): object {
  try {
    return readFileSync(join(root, path)) && { [path]: true };
  } catch {
    return filesIn(join(root, path));
  }
}
