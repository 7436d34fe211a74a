import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../checks/nearest';
import { quoted } from '../checks/shown';
import { commands } from './commands';
import { type Outcome, refused } from './outcome';

const options = {
  help: { type: 'boolean', short: 'h' },
  update: { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** What `tandem` does with its arguments. */
export async function main(args: readonly string[]): Promise<Outcome> {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const [name, ...names] = positionals;
  if (name !== undefined && !Object.hasOwn(commands, name)) return unknown('command', name, Object.keys(commands));
  const wrong = tokens.flatMap((token) => (token.kind === 'option' ? wrongOption(token) : []));
  if (wrong[0]) return wrong[0];
  if (values.version) return { code: 0, stdout: `${version()}\n` };
  return name === undefined
    ? usage(values.help === true)
    : runCommand(name, values.help === true, names, values.update === true);
}

interface GivenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string;
}

function wrongOption({ name, rawName, value }: GivenOption): readonly Outcome[] {
  const known = Object.keys(options).map((option) => `--${option}`);
  if (!Object.hasOwn(options, name)) return [unknown('option', rawName, known)];
  return value === undefined ? [] : [refused(`${rawName} takes no value, got ${quoted(value)}`, rawName)];
}

async function runCommand(name: string, help: boolean, names: readonly string[], update: boolean): Promise<Outcome> {
  const command = commands[name];
  const [stray] = update ? ['--update'] : names;
  if (!command || (stray !== undefined && !command.takesNames)) {
    return refused(`${name} takes no arguments, got ${quoted(stray ?? '')}`, `npx tandem ${name}`);
  }
  return help ? { code: 0, stdout: `tandem ${name}: ${command.does}\n` } : command.run(names, update);
}

function unknown(what: string, word: string, known: readonly string[]): Outcome {
  const meant = nearest(word, known);
  const question = meant ? `; did you mean ${meant}?` : '';
  return refused(
    `there is no ${what} ${quoted(word)}${question}`,
    `${known.join(', ')}: tandem --help says what they do.`,
  );
}

/** Asked for, it is the answer; else it is what was missing. */
function usage(asked: boolean): Outcome {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}\n`);
  const text = `Usage: tandem <command>, from the folder of cdk8s.yaml\n\n${lines.join('')}\n  --help, --version\n`;
  return asked ? { code: 0, stdout: text } : { code: 2, stderr: text };
}

/** The package lies above both the sources and what is built from them. */
function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')).version;
}
