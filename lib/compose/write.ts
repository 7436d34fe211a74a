import { scalar } from '../yaml/scalar';
import { flow } from '../yaml/write-yaml';
import type { ComposeFile } from './compose-file';
import { serviceYaml } from './service-yaml';

/** The first line of every Compose file that we wrote, and the sign that we may write over it. */
export const marker = '# Written by cdk8s-tandem';

const header = `${marker} from the app of cdk8s.yaml: change that, not this file.
# After a clone \`npx cdk8s synth\` comes first: it makes .tandem/, this laptop's own secrets and mounted files.
`;

export function composeYaml({ services, networks, volumes, configs, secrets }: ComposeFile): string {
  const sections = [
    section('services', services, serviceYaml, '\n'),
    section('networks', networks, ({ comment: _, ...network }) => oneLine(network)),
    section('volumes', volumes, oneLine),
    section('configs', configs, oneLine),
    section('secrets', secrets, oneLine),
  ];
  return [header, ...(Object.keys(services).length > 0 ? sections.filter(Boolean) : ['services: {}\n'])].join('\n');
}

/** The entries of a section, each behind its comment. */
function section<T extends { readonly comment?: string }>(
  name: string,
  entries: Readonly<Record<string, T>>,
  yaml: (entry: T) => string,
  between = '',
): string {
  const texts = Object.entries(entries).map(([key, entry]) => `${comment(entry)}  ${scalar(key)}:${yaml(entry)}`);
  return texts.length > 0 ? `${name}:\n${texts.join(between)}` : '';
}

function comment(entry: { readonly comment?: string }): string {
  return entry.comment ? `  # ${entry.comment.replace(/[\s\p{C}]+/gu, ' ')}\n` : '';
}

function oneLine(value: object): string {
  return Object.keys(value).length > 0 ? ` ${flow(value)}\n` : '\n';
}
