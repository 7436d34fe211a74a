import type { ComposeProject } from './compose-project';
import { cut, type Json, listIn, mapIn, pairsIn } from './compose-words';
import { interpolated } from './interpolated';

/** What the process finds: the files one after the other, and over them what the file itself says. */
export function readEnvironment(service: Json, { fileAt }: ComposeProject): Readonly<Record<string, string>> {
  const files = listIn(service.env_file).map((entry) => {
    const { path, format } = typeof entry === 'string' ? { path: entry, format: undefined } : mapIn(entry);
    const { content } = fileAt(String(path)) ?? {};
    if (content === undefined) throw new Error(`no file ${path}`);
    return format === 'raw' ? rawVariables(content) : variablesIn(content);
  });
  return Object.assign({}, ...files, pairsIn(service.environment));
}

function rawVariables(content: string): Readonly<Record<string, string>> {
  const lines = content.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => cut(line, '=')));
}

/** As Compose reads a file of variables: in single quotes nothing is special but the quote itself. */
function variablesIn(content: string): Readonly<Record<string, string>> {
  const variable =
    /^[ \t]*(?:export[ \t]+)?([^\s=#]+)[ \t]*=[ \t]*(?:'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|([^\n]*))/gm;
  const found = [...content.matchAll(variable)];
  return Object.fromEntries(
    found.map(([, name = '', single, double, bare = '']) => {
      if (single !== undefined) return [name, single.replaceAll("\\'", "'")];
      if (double !== undefined) return [name, interpolated(unescaped(double))];
      return [name, interpolated(bare.replace(/[ \t]+#.*$/, '').trim())];
    }),
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' };

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (all, character) => escapes[character] ?? all);
}
