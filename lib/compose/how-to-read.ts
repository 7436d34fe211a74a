import type { ComposeFile, Service } from './compose-file';

interface Row {
  readonly when: (file: ComposeFile, services: readonly Service[]) => boolean;
  readonly says: (file: ComposeFile) => string;
}

/** What one who has never seen such a file asks first. */
const rows: readonly Row[] = [
  {
    when: (_, services) => services.some(({ aside }) => aside),
    says: () =>
      'What runs: each service is one container; those in braces run once, before or after the one whose name they begin with.',
  },
  {
    when: ({ networks }) => Object.keys(networks).length > 0,
    says: () =>
      'Who talks: services on one network, by service name or alias; with `network_mode: service:x` x is at localhost.',
  },
  {
    when: ({ volumes }) => Object.keys(volumes).length > 0,
    says: () => 'The data: in the volumes at the end. `docker compose down` keeps them, `down --volumes` deletes them.',
  },
  {
    when: ({ secrets }, services) => Object.keys(secrets).length > 0 || services.some(({ env_file }) => env_file),
    says: () =>
      'The passwords: in .tandem/secrets and .tandem/env, made once for this laptop, never in git; this file has their paths.',
  },
  {
    when: ({ services }) => checked(services) !== undefined,
    says: ({ services }) =>
      `A red health check: docker inspect --format '{{json .State.Health}}' $(docker compose ps -aq ${checked(services)})`,
  },
];

/** The five questions of a reader, as far as the file has answers. */
export function howToRead(file: ComposeFile): string {
  const services = Object.values(file.services);
  return rows
    .filter(({ when }) => when(file, services))
    .map(({ says }) => `# ${says(file)}\n`)
    .join('');
}

/** One whose name can be typed as it is. */
function checked(services: ComposeFile['services']): string | undefined {
  return Object.keys(services).find((name) => services[name]?.healthcheck && /^[\w.-]+$/.test(name));
}
