import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { App, Chart } from 'cdk8s';
import { type Document, parseAllDocuments, type Tags } from 'yaml';
import { isPlainObject } from '../checks/plain-object';
import { type Manifest, manifestOf } from '../manifests/manifest';
import { Mismatched } from './mismatched';

/**
 * The manifests of the YAML and JSON files below a folder, in the order of their paths. They are read and nothing more:
 * no code runs, and no link leads out of the folder.
 */
export function readFolder(folder: string): readonly Manifest[] {
  const wrong: string[] = [];
  const chart = new Chart(new App(), 'folder');
  const manifests = filesIn(folder, wrong).flatMap((path) =>
    objectsIn(readFileSync(join(folder, path), 'utf8'), path, wrong).flatMap(({ object, place }) => {
      try {
        return [manifestOf(place, chart, object)];
      } catch (error) {
        wrong.push(`${(error as Error).message}.`);
        return [];
      }
    }),
  );
  if (wrong.length > 0) {
    throw new Mismatched(`The manifests in ${folder} cannot be read.\n${wrong.map((line) => `  ${line}\n`).join('')}`);
  }
  return manifests;
}

function filesIn(folder: string, wrong: string[]): readonly string[] {
  const paths = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(ya?ml|json)$/.test(path))
    : [];
  if (paths.length === 0) wrong.push('It is no folder with YAML files. Fix: the path, or `npx cdk8s synth` first.');
  const home = realpathSync(paths.length > 0 ? folder : '.');
  return paths.toSorted().filter((path) => {
    const file = realpathSync(join(folder, path));
    const isInside = file.startsWith(home + sep);
    if (!isInside) wrong.push(`${path}: is a link that leads out of the folder. Fix: put the file itself there.`);
    return isInside && statSync(file).isFile();
  });
}

interface Placed {
  readonly place: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** As kubectl reads it: a list stands for its items, and what is empty says nothing. */
function objectsIn(text: string, path: string, wrong: string[]): readonly Placed[] {
  const documents: readonly Document[] = [
    ...parseAllDocuments(text, { version: '1.1', customTags, logLevel: 'silent' }),
  ];
  return documents.flatMap((document, index) => {
    const place = documents.length > 1 ? `${relative('.', path)}#${index + 1}` : path;
    const [error] = document.errors;
    if (error) {
      const [what] = error.message.split(/ at line \d|\n/);
      wrong.push(`${place}: is not YAML, line ${error.linePos?.[0].line ?? 1}: ${what}.`);
      return [];
    }
    return placed(contentOf(document, place, wrong), place, wrong);
  });
}

/** kubectl knows no times, no bytes and no sets. */
const customTags = (tags: Tags): Tags => {
  const others = ['timestamp', 'binary', 'omap', 'pairs', 'set'];
  return tags.filter(
    (tag) => typeof tag === 'string' || (!others.some((name) => tag.tag.endsWith(`:${name}`)) && !isTime(tag)),
  );
};

function isTime(tag: object): boolean {
  return Reflect.get(tag, 'format') === 'TIME';
}

/** Aliases of aliases that would fill the memory are refused. */
function contentOf(document: Document, place: string, wrong: string[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    wrong.push(`${place}: ${(error as Error).message}.`);
    return undefined;
  }
}

function placed(value: unknown, place: string, wrong: string[]): readonly Placed[] {
  if (value === undefined || value === null) return [];
  if (!isPlainObject(value)) {
    wrong.push(`${place}: is no Kubernetes object. Expected a map with apiVersion, kind and metadata.`);
    return [];
  }
  const isList = typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items);
  if (!isList) return [{ place, object: value }];
  return (value.items as readonly unknown[]).flatMap((item, index) => placed(item, `${place}/items/${index}`, wrong));
}
