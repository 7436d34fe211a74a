import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aspects, type Description, type Own, ownName, textOfHex } from './description';
import { limitsIn } from './limits';
import { mountsIn, type Places } from './mounts';

export const lookScript = readFileSync(join(__dirname, 'look.sh'), 'utf8');

/** What look.sh said of a container, asked about these places in this order. */
export function descriptionIn(said: string, places: Places, own: Own): Description {
  const section = sectionsOf(said);
  const hostname = section('hostname').trim();
  return {
    ...processIn(section('status')),
    'process: command': JSON.stringify(wordsIn(section('command'))),
    'process: folder': textOfHex(section('folder')).trimEnd(),
    ...environmentIn(wordsIn(section('environment')), own),
    'host: name': named(hostname, own),
    ...hostsIn(section('hosts'), hostname, own),
    'root: writable': section('root').trim(),
    ...mountsIn(section('mounts'), section('places'), places),
    ...aspects('limit', limitsIn(section('limits'))),
  };
}

function sectionsOf(said: string): (name: string) => string {
  const parts = said.split(/^== (\w+)\n/m).slice(1);
  const sections = new Map(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : [])));
  return (name) => {
    const text = sections.get(name);
    if (text === undefined) throw new Error(`the container said nothing of its ${name}:\n${said}`);
    return text;
  };
}

const statusNames = {
  Uid: 'user',
  Gid: 'group',
  Groups: 'groups',
  Umask: 'umask',
  CapInh: 'inheritable capabilities',
  CapPrm: 'permitted capabilities',
  CapEff: 'effective capabilities',
  CapBnd: 'bounding capabilities',
  CapAmb: 'ambient capabilities',
  NoNewPrivs: 'no new privileges',
  Seccomp: 'seccomp',
};

function processIn(status: string): Description {
  const said = new Map(status.split('\n').map((line) => line.split(/:\s*/, 2) as [string, string]));
  return aspects(
    'process',
    Object.fromEntries(Object.entries(statusNames).map(([key, name]) => [name, setOf(said.get(key))])),
  );
}

/** The kernel keeps groups in no order that means anything. */
function setOf(list = ''): string {
  return [...new Set(list.trim().split(/\s+/))].sort().join(' ');
}

function wordsIn(hex: string): readonly string[] {
  return textOfHex(hex).split('\0').slice(0, -1);
}

function environmentIn(variables: readonly string[], { names, variables: given }: Own): Description {
  const pairs = variables.map((variable) => /^([^=]*)=(.*)$/s.exec(variable)?.slice(1) ?? [variable, '']);
  const kept = pairs.filter(([name = '']) => !given.some((pattern) => pattern.test(name)));
  const own = (name: string, value: string) => (name === 'HOSTNAME' && names.includes(value) ? ownName : value);
  return Object.fromEntries(kept.map(([name = '', value = '']) => [`variable ${name}`, own(name, value)]));
}

/** What /etc/hosts has beside loopback and groups of addresses; the container's own address is another in each run. */
function hostsIn(hosts: string, hostname: string, own: Own): Description {
  const lines = hosts.split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
  const entries = lines.filter(([address = '']) => address && !/^(127\.|::1$|f[ef][0-9a-f]{2}:)/.test(address));
  return Object.fromEntries(
    entries.flatMap(([address = '', ...names]) =>
      names.map((name) => [`host ${named(name, own)}`, names.includes(hostname) ? ownName : address]),
    ),
  );
}

function named(name: string, { names }: Own): string {
  const [first = '', ...domain] = name.split('.');
  return names.includes(first) ? [ownName, ...domain].join('.') : name;
}
