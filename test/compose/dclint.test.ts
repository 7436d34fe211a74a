import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { synthesize } from '../../lib/app';
import { composeYaml } from '../../lib/compose/write';
import { laptopOptions } from '../zoo/laptop-options';
import { runnable } from '../zoo/zoo';
import { everything } from './every-key';

const root = join(__dirname, '..', '..');
const { rules } = JSON.parse(readFileSync(join(root, '.dclintrc'), 'utf8'));

interface Result {
  readonly messages: readonly { readonly rule: string; readonly message: string }[];
}

/** What a linter of Compose files finds, the schema of the Compose Specification included. */
async function findingsIn(path: string): Promise<readonly string[]> {
  const { DCLinter } = await import('dclint');
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
  const results: readonly Result[] = linter.lintFiles([path], false);
  expect(results).toHaveLength(1);
  return results.flatMap(({ messages }) => messages.map(({ rule, message }) => `${rule}: ${message}`));
}

async function findingsOf(yaml: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  const path = join(folder, 'compose.yaml');
  writeFileSync(path, yaml);
  return findingsIn(path).finally(() => rmSync(folder, { recursive: true }));
}

test('one rule is turned off: the order of services is that of the definition', () => {
  expect(rules).toEqual({ 'services-alphabetical-order': 0 });
});

test('nothing is found in the example, which has less than 150 lines', async () => {
  const path = join(root, 'compose.yaml');
  expect(await findingsIn(path)).toEqual([]);
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(150);
});

test('nothing is found in a file that says everything that ours can say', async () => {
  expect(await findingsOf(composeYaml(everything))).toEqual([]);
});

test.each(Object.entries({ ...runnable, laptopOptions }))(
  'nothing is found in %s, as others write it',
  async (_, define) => {
    const app = new App({ outdir: '/nonexistent' });
    define(app);
    expect(await findingsOf(composeYaml(synthesize(app, {}).rendered.file))).toEqual([]);
  },
);

test('what is wrong would be found', async () => {
  const yaml = composeYaml(everything);
  expect(await findingsOf(yaml.replace('    restart:', '    restarts:'))).toEqual([
    expect.stringMatching(/^invalid-schema: .*additional properties/),
  ]);
  expect(await findingsOf(yaml.replace("name: ''", '# no name'))).toEqual([
    'require-project-name-field: The "name" field should be present.',
  ]);
});
