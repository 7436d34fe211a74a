import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder as `cdk8s init typescript-app` makes it, by the template of the cdk8s-cli that is installed here. */
export function projectOfTemplate(folder: string): void {
  cpSync(template, folder, { recursive: true, filter: (path) => !/[/\\](?:\.hooks|__snapshots__)/.test(path) });
  const values = templateValues();
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/\{\{ (\S+) \}\}/g, (_, name) => filledIn(values, name)),
    );
  }
  withoutImports(join(folder, 'cdk8s.yaml'));
}

const cli = dirname(require.resolve('cdk8s-cli/package.json'));
const template = join(cli, 'templates', 'typescript-app');

/** What its `init` fills in: the versions that it was made with. */
function templateValues(): Readonly<Record<string, string>> {
  const { version, dependencies } = read(join(cli, 'package.json'));
  const least = (range = '') => range.replace('^', '');
  const plus = Object.keys(dependencies).find((name) => /^cdk8s-plus-\d+$/.test(name)) ?? '';
  return {
    $base: 'platform',
    cdk8s_core_version: least(dependencies.cdk8s),
    cdk8s_plus_version: least(dependencies[plus]),
    constructs_version: least(dependencies.constructs),
    cdk8s_cli_spec: `^${version}`,
  };
}

function read(path: string): { readonly version: string; readonly dependencies: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function filledIn(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (!value) throw new Error(`the template of cdk8s-cli asks for ${name}, which is not known here`);
  return value;
}

/** `cdk8s import` would take the classes of Kubernetes' API from the network, and nothing here uses them. */
function withoutImports(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^imports:\n(?: +- .*\n?)+/m, ''));
}
