import type { ComposeFile, Service } from './compose-file';
import type { Note } from './service-yaml';

interface Row {
  readonly key: keyof Service;
  /** Whether there is anything odd about the key; always, if undefined. */
  readonly when?: (service: Service) => boolean | undefined;
  readonly says: string;
}

/** What is odd at first sight. */
const rows: readonly Row[] = [
  {
    key: 'volumes',
    when: ({ volumes }) => volumes?.some(({ type }) => type === 'volume'),
    says: 'nocopy: a new volume starts empty, without what the image has there',
  },
  {
    key: 'configs',
    when: ({ tmpfs = [] }) => tmpfs.some((mount) => mount.endsWith(':ro')),
    says: 'alone in its folder: tmpfs, ro',
  },
  { key: 'env_file', says: 'the variables that hold a secret' },
  { key: 'ports', says: 'this machine alone; .env may set another port' },
  {
    key: 'network_mode',
    when: ({ network_mode }) => network_mode?.startsWith('service:'),
    says: 'one pod, one localhost',
  },
  {
    key: 'labels',
    when: ({ labels = {} }) => Object.keys(labels).some((label) => label.startsWith('files.')),
    says: 'a hash of the mounted files: when it changes, `up` recreates the container',
  },
  {
    key: 'pre_stop',
    when: ({ pre_stop }) => pre_stop?.some(({ command }) => command.includes('"$@" || true')),
    says: 'may fail, as in a cluster: Compose would not stop the container',
  },
  { key: 'cpu_quota', says: 'µs of CPU in each 100 ms: `cpus` may not be more than the machine has' },
  { key: 'cpu_shares', says: 'the CPU request, as a weight' },
  { key: 'memswap_limit', says: 'memory and swap together: no swap' },
];

/** Each is said where it stands first among the services that are written key by key, and nowhere else. */
export function notesOf(services: ComposeFile['services']): (name: string) => Note {
  const written = Object.entries(services).filter(([, { aside }]) => !aside);
  const first = rows.map(({ key, when = () => true, says }) => {
    const found = written.find(([, service]) => service[key] !== undefined && when(service));
    return { name: found?.[0], key, says };
  });
  return (name) => (key) => first.find((note) => note.name === name && note.key === key)?.says;
}
