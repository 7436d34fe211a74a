import { filled, folded, width } from '../yaml/fold';
import { keyed, scalar } from '../yaml/scalar';
import { flow, isCollection } from '../yaml/write-yaml';
import type { Service } from './compose-file';
import { escaped } from './escaped';
import { plainValue } from './plain-value';

type Key = keyof Service;

/** The order that readers of Compose files are used to, and linters ask for; the last group is alphabetical. */
const groups: readonly (readonly Key[])[] = [
  ['image', 'build', 'depends_on'],
  ['volumes', 'configs', 'secrets'],
  ['environment', 'env_file', 'ports', 'networks', 'network_mode', 'extra_hosts'],
  [
    ...(['command', 'entrypoint', 'working_dir', 'restart', 'healthcheck'] as const),
    'labels',
    'user',
    'cap_add',
    'cap_drop',
    'cpu_quota',
    'cpu_shares',
    'deploy',
    'develop',
    'dns',
    'dns_opt',
    'dns_search',
    'domainname',
    'group_add',
    'hostname',
    'ipc',
    'memswap_limit',
    'pid',
    'platform',
    'post_start',
    'pre_stop',
    'privileged',
    'profiles',
    'pull_policy',
    'read_only',
    'security_opt',
    'shm_size',
    'stdin_open',
    'stop_grace_period',
    'stop_signal',
    'sysctls',
    'tmpfs',
    'tty',
  ],
];

/** What is to be said of a service's key, for the one who wonders. */
export type Note = (key: Key) => string | undefined;

/** Key by key what keeps running; in braces, group by group, what runs once before it or after it. */
export function serviceYaml(name: string, service: Service, note: Note): string {
  const value = (key: Key) => escaped(plainValue(name, service, key));
  const said = groups
    .map((group) => group.filter((key) => service[key] !== undefined))
    .filter(({ length }) => length > 0);
  if (service.aside) return inBraces(name, said, value);
  return `\n${said
    .flat()
    .map((key) => noted(`    ${key}:${keyYaml(key, value(key))}`, note(key)))
    .join('')}`;
}

function inBraces(name: string, said: readonly (readonly Key[])[], value: (key: Key) => unknown): string {
  const indent = '    ';
  const line = (group: readonly Key[], column: number) =>
    filled(
      group.map((key) => ({ key, value: value(key) })),
      column,
      indent,
    );
  const lines = said.map((group, index) => line(group, index === 0 ? name.length + 5 : indent.length));
  return ` {${lines.join(`,
${indent}`)}}
`;
}

/**
 * On one line what fits there; of the rest, each entry on its own but for the words of a command, a few variables and
 * the times of a check.
 */
function keyYaml(key: Key, value: unknown): string {
  const column = `    ${key}: `.length;
  if (!isCollection(value)) return ` ${scalar(value)}\n`;
  const line = flow(value);
  if (column + line.length <= width) return ` ${line}\n`;
  const lines = folded(value, column, '      ', line);
  if (key === 'environment' && lines.split('\n').length <= 2) return ` ${lines}\n`;
  if (key === 'healthcheck') return ` ${checkYaml(value)}\n`;
  if (Array.isArray(value) && !value.some(isCollection)) return ` ${lines}\n`;
  return `\n${itemsOf(value)
    .map(([start, item]) => `      ${start} ${folded(item, 7 + start.length, '        ')}\n`)
    .join('')}`;
}

function itemsOf(value: object): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item) => ['-', item]);
  return Object.entries(value).map(([key, item]) => [keyed(key, '      '), item]);
}

/** What is asked, and below it when. */
function checkYaml({ test, ...times }: { readonly test?: unknown }): string {
  const indent = '      ';
  return `{test: ${folded(test, 24, indent)},\n${indent}${flow(times).slice(1)}`;
}

/** Behind the line where there is room, and else above it. */
function noted(yaml: string, note: string | undefined): string {
  if (note === undefined) return yaml;
  const [first = '', ...more] = yaml.split('\n');
  const line = `${first}  # ${note}`;
  return line.length <= width ? [line, ...more].join('\n') : `    # ${note}\n${yaml}`;
}
