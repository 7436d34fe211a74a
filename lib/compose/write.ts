import { filled } from '../yaml/fold';
import { keyed } from '../yaml/scalar';
import { flow } from '../yaml/write-yaml';
import type { ComposeFile, Network } from './compose-file';
import { escaped } from './escaped';
import { howToRead } from './how-to-read';
import { notesOf } from './notes';
import { serviceYaml } from './service-yaml';

/** The first line of every Compose file that we wrote, and the sign that we may write over it. */
export const marker = '# Written by cdk8s-tandem';

const header = `${marker} from the app of cdk8s.yaml: change that, not this file. What differs: compose.differences.md
# After a clone \`npx cdk8s synth\` comes first: it makes .tandem/, with secrets and mounted files. When \`up\` fails: npx tandem doctor
`;

const projectName = `name: ''  # empty: the folder's name; -p and COMPOSE_PROJECT_NAME override it\n`;

export function composeYaml(file: ComposeFile): string {
  const { services, networks, volumes, configs, secrets } = file;
  const notes = notesOf(services);
  const service: Yaml<(typeof services)[string]> = (entry, name) => serviceYaml(name, entry, notes(name));
  const others = [
    section('networks', networks, networkYaml(networks)),
    volumesYaml(volumes),
    section('secrets', secrets, oneLine),
    section('configs', configs, oneLine),
  ].join('');
  const all = section('services', services, service, '\n') || 'services: {}\n';
  return [`${header}${howToRead(file)}${projectName}`, all, others].filter(Boolean).join('\n');
}

type Yaml<T> = (entry: T, key: string) => string;

/** The entries of a section, each behind its comment. */
function section<T extends { readonly comment?: string }>(
  name: string,
  entries: Readonly<Record<string, T>>,
  yaml: Yaml<T>,
  between = '',
): string {
  const texts = Object.entries(entries).map(
    ([key, entry]) => `${comment(entry)}  ${keyed(key, '  ')}${yaml(entry, key)}`,
  );
  return texts.length > 0 ? `${name}:\n${texts.join(between)}` : '';
}

function comment(entry: { readonly comment?: string }): string {
  return entry.comment ? `  # ${entry.comment.replace(/[\s\p{C}]+/gu, ' ')}\n` : '';
}

function networkYaml(networks: ComposeFile['networks']): Yaml<Network> {
  const first = Object.keys(networks).find((name) => networks[name]?.internal);
  return ({ comment: _, ...network }, name) =>
    oneLine(network).replace('\n', name === first ? '  # internal: no way out to the internet\n' : '\n');
}

/** Most volumes have nothing but a name. */
function volumesYaml(volumes: ComposeFile['volumes']): string {
  const names = Object.entries(volumes).map(([key, value]) => ({ key, value: escaped(value) }));
  return names.length > 0 ? `volumes: {${filled(names, 10, '  ')}}\n` : '';
}

function oneLine(value: object): string {
  return Object.keys(value).length > 0 ? ` ${flow(escaped(value))}\n` : '\n';
}
