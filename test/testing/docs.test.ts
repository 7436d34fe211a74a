import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../synthesis';

const root = join(__dirname, '..', '..');

function blocks(name: string): readonly string[] {
  const text = readFileSync(join(root, name), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block);
}

/** The tests of the documents, each under the name in its first line, beside the example. What asks a Docker Engine is left out. */
function writeTests(folder: string): void {
  cpSync(join(root, 'apps', 'data-platform.ts'), join(folder, 'data-platform.ts'));
  writeFileSync(join(folder, 'readme.test.ts'), blocks('README.md')[1] ?? '');
  for (const program of blocks('docs/testing.md')) {
    const [, name = ''] = /^\/\/ (\S+)\n/.exec(program) ?? [];
    if (name !== 'integration.test.ts') writeFileSync(join(folder, name), program);
  }
  writeFileSync(join(folder, 'package.json'), '{}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

function run(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), NODE_TEST_CONTEXT: undefined, CI: '' };
  return spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
}

test('the tests of the README and of docs/testing.md pass in jest', () => {
  inFolder((folder) => {
    writeTests(folder);
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const config = {
      rootDir: folder,
      transform: { '^.+\\.ts$': join(root, 'node_modules', '@swc', 'jest') },
      moduleNameMapper: {
        '^cdk8s-tandem$': join(root, 'lib', 'index.ts'),
        '^cdk8s-tandem/testing$': join(root, 'lib', 'testing', 'index.ts'),
      },
    };
    writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
    const { status, stderr } = run(folder, jest, '--config', 'jest.config.json');
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringMatching(/7 passed, 7 total/) });
    expect(readFileSync(join(folder, '__snapshots__', 'snapshots.test.ts.snap'), 'utf8')).toContain(
      'kind: NetworkPolicy',
    );
  });
});

test('those for node:test pass in node:test, and fail there when they should', () => {
  inFolder((folder) => {
    writeTests(folder);
    const inNode = () => run(folder, '--import', 'tsx', '--test', 'platform.node.ts');
    const passed = inNode();
    expect({ status: passed.status, stdout: passed.stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/pass 2/),
    });
    const text = readFileSync(join(folder, 'platform.node.ts'), 'utf8');
    writeFileSync(join(folder, 'platform.node.ts'), text.replace("['ALL']", "['SOME']"));
    const failed = inNode();
    expect(failed.status).toBe(1);
    expect(failed.stdout).toContain('expected  an element "SOME"');
  });
});
