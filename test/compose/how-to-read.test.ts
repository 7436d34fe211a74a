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
    `# What runs: a service for each container, the main one of a pod by its name; before it or beside it those in braces.
# Who talks: the members of a network, by the names and aliases there. \`service:x\` shares the network of x.
# The data: in the volumes at the end; \`docker compose down\` keeps them, with \`--volumes\` it takes them away.
# The passwords: in .tandem/secrets and .tandem/env, made for this laptop and hidden from git; here are their paths.
# A red health check: docker inspect --format '{{json .State.Health}}' $(docker compose ps -aq api)
`,
  );
});

test('a variable from a file is a password, too', () => {
  expect(howToRead({ ...nothing, services: { api: { env_file: ['./.tandem/env/api.env'] } } })).toContain('passwords');
});
