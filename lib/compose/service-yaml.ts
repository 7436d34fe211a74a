import { scalar } from '../yaml/scalar';
import { flow } from '../yaml/write-yaml';
import type { Port, Service } from './compose-file';

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
  'domainname',
  'group_add',
  'hostname',
  'memswap_limit',
  'platform',
  'privileged',
  'profiles',
  'pull_policy',
  'read_only',
  'security_opt',
  'stop_grace_period',
  'tmpfs',
];

/** A service's keys, one below the other. */
export function serviceYaml(service: Service): string {
  const { ports = [], networks = {} } = service;
  const plain = { ...service, ports: ports.map(portText), networks: membershipsOf(networks) };
  const keys = order.filter((key) => service[key] !== undefined);
  return `\n${keys.map((key) => `    ${key}:${keyYaml(key, escaped(plain[key]))}`).join('')}`;
}

/** On one line what fits there; variables, times and networks are read one by one all the same. */
const width = 100;
const inLines = ['environment', 'healthcheck', 'networks'];

function keyYaml(key: string, value: unknown): string {
  const line = wordYaml(value);
  if (!isCollection(value)) return line;
  if (line.length <= width && (Array.isArray(value) || !inLines.includes(key))) return line;
  if (Array.isArray(value)) return `\n${value.map((item) => `      -${wordYaml(item)}`).join('')}`;
  return `\n${Object.entries(value)
    .map(([name, entry]) => `      ${scalar(name)}:${wordYaml(entry)}`)
    .join('')}`;
}

function wordYaml(value: unknown): string {
  if (value === null) return '\n';
  return ` ${isCollection(value) ? flow(value) : scalar(value)}\n`;
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Where nothing is said of the memberships, their names are enough. */
function membershipsOf(networks: NonNullable<Service['networks']>): object {
  const bare = Object.values(networks).every(({ aliases }) => aliases === undefined);
  return bare ? Object.keys(networks) : mapped(networks, (membership) => (membership.aliases ? membership : null));
}

/** The one value that Compose is to interpolate. */
class Interpolated {
  constructor(readonly text: string) {}
}

function portText({ variable, published, target, protocol }: Port): Interpolated {
  const suffix = protocol ? `/${protocol}` : '';
  return new Interpolated(`127.0.0.1:\${${variable}:-${published}}:${target}${suffix}`);
}

/** Every `$` of every value means itself; Compose does not interpolate keys. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (value instanceof Interpolated) return value.text;
  if (Array.isArray(value)) return value.map(escaped);
  return isCollection(value) ? mapped(value, escaped) : value;
}

function mapped<T, R>(map: Readonly<Record<string, T>> | object, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
