import type { ComposeFile } from '../../lib/compose/compose-file';
import { howToRead } from '../../lib/compose/how-to-read';

const nothing: ComposeFile = { services: {}, networks: {}, volumes: {}, configs: {}, secrets: {} };

test('says what the file has, and no more', () => {
  expect(howToRead(nothing)).toBe('');
  const healthcheck = { test: ['CMD', 'a'], interval: '1s', timeout: '1s', retries: 1 };
  const services = { wait: { aside: true }, api: { healthcheck } };
  expect(
    howToRead({ ...nothing, services, networks: { a: {} }, volumes: { b: {} }, secrets: { c: { file: 'c' } } }),
  ).toBe(
    `# What runs: each service is one container; those in braces run once, before or after the one whose name they begin with.
# Who talks: services on one network, by service name or alias; with \`network_mode: service:x\` x is at localhost.
# The data: in the volumes at the end. \`docker compose down\` keeps them, \`down --volumes\` deletes them.
# The passwords: in .tandem/secrets and .tandem/env, made once for this laptop, never in git; this file has their paths.
# A red health check: docker inspect --format '{{json .State.Health}}' $(docker compose ps -aq api)
`,
  );
});

test('a variable from a file is a password, too', () => {
  expect(howToRead({ ...nothing, services: { api: { env_file: ['./.tandem/env/api.env'] } } })).toContain('passwords');
});
