import type { ComposeFile, Service } from '../../lib/compose/compose-file';
import { composeYaml } from '../../lib/compose/write';

const nothing: ComposeFile = { services: {}, networks: {}, volumes: {}, configs: {}, secrets: {} };
const withService = (service: Service): ComposeFile => ({ ...nothing, services: { api: service } });

/** Less the header and the name. */
const yaml = (file: ComposeFile) => composeYaml(file).replace(/^.*?\n(?=services:)/s, '');

test('a port is the one value that Compose interpolates, on the loopback address alone', () => {
  const ports = [{ variable: 'API_PORT', published: 8000, target: 80 }];
  expect(yaml(withService({ ports }))).toBe(`services:
  api:
    ports: ['127.0.0.1:\${API_PORT:-8000}:80']  # this machine alone; .env may set another port
`);
});

test('a file has a header, no name of its own, and the sections that hold something', () => {
  const file: ComposeFile = {
    ...nothing,
    services: { a: { image: 'a:1' }, b: { image: 'b:1' } },
    networks: { open: { comment: 'Open.' }, pair: { internal: true }, other: { internal: true } },
    volumes: { data: {}, cache: { driver_opts: { type: 'tmpfs' } } },
    configs: { 'conf_a.ini': { file: './a.ini' } },
    secrets: { keys_token: { file: './token' } },
  };
  const text = composeYaml(file);
  expect(text).toMatch(
    /^# Written by cdk8s-tandem from the app of cdk8s.yaml: change that, not this file. What differs: compose.differences.md\n# After a clone /,
  );
  expect(text).toContain(
    "\nname: ''  # empty: the folder's name; -p and COMPOSE_PROJECT_NAME override it\n\nservices:",
  );
  expect(yaml(file)).toBe(`services:
  a:
    image: a:1

  b:
    image: b:1

networks:
  # Open.
  open:
  pair: {internal: true}  # internal: no way out to the internet
  other: {internal: true}
volumes: {data: {}, cache: {driver_opts: {type: tmpfs}}}
secrets:
  keys_token: {file: ./token}
configs:
  conf_a.ini: {file: ./a.ini}
`);
});

test('a file without services says so', () => {
  expect(yaml(nothing)).toBe('services: {}\n');
});

test('a comment has one line, whatever is in it', () => {
  const comment = '0 1 * * *\r\n  evil:\r  a\u2028b\u0085c\u0000';
  expect(yaml(withService({ image: 'acme/api:1', comment }))).toContain(
    'services:\n  # 0 1 * * * evil: a b c \n  api:\n',
  );
});
