import { Document, isMap, isSeq, type Pair, type Scalar } from 'yaml';
import { writeYaml } from '../yaml/write-yaml';
import type { ComposeFile, Port, Service } from './compose-file';

/** The first line of every Compose file that we wrote, and the sign that we may write over it. */
export const marker = '# Written by cdk8s-tandem';

const header = `${marker} from the app of cdk8s.yaml: change that, not this file.
# After a clone \`npx cdk8s synth\` comes first: it makes .tandem/, this laptop's own secrets and mounted files.
`;

/** The order that readers of Compose files are used to, and linters ask for. */
const order: readonly (keyof Service)[] = [
  'image',
  'build',
  'depends_on',
  'volumes',
  'configs',
  'secrets',
  'environment',
  'env_file',
  'ports',
  'networks',
  'network_mode',
  'extra_hosts',
  'command',
  'entrypoint',
  'working_dir',
  'restart',
  'healthcheck',
  'labels',
  'user',
  'cap_add',
  'cap_drop',
  'cpu_shares',
  'deploy',
  'group_add',
  'hostname',
  'memswap_limit',
  'privileged',
  'profiles',
  'pull_policy',
  'read_only',
  'security_opt',
  'stop_grace_period',
  'tmpfs',
];

export function composeYaml(file: ComposeFile): string {
  const sections = {
    services: mapped(file.services, (service) => escaped(inOrder(service))),
    networks: mapped(file.networks, ({ comment: _, ...network }) => orNull(network)),
    volumes: mapped(file.volumes, orNull),
    configs: file.configs,
    secrets: file.secrets,
  };
  const used = Object.entries(sections).filter(([, section]) => Object.keys(section).length > 0);
  const document = new Document(Object.fromEntries(used), { aliasDuplicateObjects: false });
  for (const { key, value } of pairsOf(document.contents)) {
    key.spaceBefore = true;
    for (const [index, entry] of pairsOf(value).entries()) layOut(entry, key.value === 'services' && index > 0);
  }
  comment(document, 'services', file.services);
  comment(document, 'networks', file.networks);
  return header + writeYaml(document);
}

function inOrder(service: Service): object {
  const keys = order.filter((key) => service[key] !== undefined);
  const { ports = [], networks = {} } = service;
  const written = { ...service, ports: ports.map(portText), networks: mapped(networks, orNull) };
  return Object.fromEntries(keys.map((key) => [key, written[key]]));
}

/** The one value that Compose is to interpolate. */
class Interpolated {
  constructor(readonly text: string) {}
}

function portText({ variable, published, target }: Port): Interpolated {
  return new Interpolated(`127.0.0.1:\${${variable}:-${published}}:${target}`);
}

/** Every `$` of every value means itself; Compose does not interpolate keys. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (value instanceof Interpolated) return value.text;
  if (Array.isArray(value)) return value.map(escaped);
  return typeof value === 'object' && value !== null ? mapped(value as Record<string, unknown>, escaped) : value;
}

function mapped<T, R>(map: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function orNull<T extends object>(value: T): T | null {
  return Object.keys(value).length > 0 ? value : null;
}

/** What people read line by line; the rest fits on one line each. */
const inBlocks = ['environment', 'labels', 'depends_on', 'networks', 'volumes', 'configs', 'secrets', 'healthcheck'];

function layOut({ key, value }: TextPair, apart: boolean): void {
  key.spaceBefore = apart;
  for (const entry of pairsOf(value)) {
    const parts = inBlocks.includes(entry.key.value) ? childrenOf(entry.value) : [entry.value];
    for (const part of parts) if (isMap(part) || isSeq(part)) part.flow = true;
  }
}

function comment(document: Document, section: string, entries: Readonly<Record<string, { readonly comment?: string }>>): void {
  for (const { key } of pairsOf(document.get(section))) {
    const text = entries[key.value]?.comment;
    if (text) key.commentBefore = ` ${text}`;
  }
}

type TextPair = Pair<Scalar<string>, unknown>;

function pairsOf(node: unknown): readonly TextPair[] {
  return isMap(node) ? (node.items as TextPair[]) : [];
}

function childrenOf(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : pairsOf(node).map(({ value }) => value);
}
