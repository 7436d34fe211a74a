import { within } from '../../lib/checks/finding';
import { localOptions } from '../../lib/checks/local-options';
import { problemText } from '../../lib/checks/problem';
import { shape } from '../../lib/checks/props';

const said = (options: unknown) =>
  within('local', shape(localOptions)(options)).map((finding) => problemText({ construct: 'api', ...finding }));

test.each<unknown>([
  {},
  { build: './services/api', publish: 8000, healthCheck: 'curl', platform: 'linux/arm64' },
  { build: { context: '.', dockerfile: 'docker/Dockerfile', target: 'dev', args: { PYTHON: '3.13', EMPTY: '' } } },
  { publish: [{ port: 'metrics', hostPort: 9090 }] },
  { publish: [{ port: 9090, hostPort: 9090 }] },
  { healthCheck: { exec: ['pg_isready', '-h', '127.0.0.1'] } },
  { replicas: 0 },
  { build: './services/api', watch: 'rebuild' },
  { watch: { mount: './services/api', at: '/app' } },
  { containers: { web: { watch: { mount: 'web', at: '/app', command: ['npm', 'run', 'dev'] } } } },
  { containers: { exporter: { build: 'exporter', healthCheck: 'none' } } },
])('%j is fine', (options) => {
  expect(said(options)).toEqual([]);
});

test.each<[object, string]>([
  [{ build: {} }, 'local.build.context: is missing. Expected a folder inside the project'],
  [{ build: ['./api'] }, 'local.build: is not an object of names and values'],
  [{ build: { context: '../api' } }, 'local.build.context: leads out of the project'],
  [{ build: { context: '.', dockerfile: '../Dockerfile' } }, 'local.build.dockerfile: leads out of the build context'],
  [{ build: { context: '.', dockerFile: 'x' } }, 'Fix: did you mean dockerfile?'],
  [{ build: { context: '.', target: 'my stage' } }, 'local.build.target: holds " ", got "my stage".'],
  [{ build: { context: '.', args: { VERSION: 3 } } }, 'local.build.args.VERSION: is not text'],
  [{ build: { context: '.', args: { 'A-B': 'x' } } }, 'local.build.args.A-B: holds "-", got "A-B".'],
  [{ build: { context: '.', args: { NPM_TOKEN: 'x' } } }, 'everybody who has the image could read it. Expected'],
  [{ build: { context: '.', args: { INDEX: 'https://u:pass@pypi' } } }, 'local.build.args.INDEX: holds a URL with'],
  [{ publish: '8000' }, 'local.publish: is not a number, got "8000". Expected'],
  [{ publish: 65536 }, 'local.publish: is above 65535'],
  [{ publish: [] }, 'local.publish: is empty'],
  [{ publish: [8000] }, 'local.publish[0]: is not an object of names and values'],
  [{ publish: [{ port: 'http' }] }, 'local.publish[0].hostPort: is missing'],
  [{ publish: [{ port: '80', hostPort: 80 }] }, 'local.publish[0].port: is a number in quotes'],
  [{ publish: { port: 80, hostPort: 80 } }, 'local.publish: is not a list'],
  [{ healthCheck: 'curls' }, 'Fix: write "curl".'],
  [{ healthCheck: { exec: 'true' } }, 'local.healthCheck.exec: is not a list'],
  [{ healthCheck: { exec: [] } }, 'local.healthCheck.exec: is empty'],
  [{ healthCheck: { execs: ['true'] } }, 'Fix: did you mean exec?'],
  [{ watch: 'sync' }, 'local.watch: is none of what it may be, got "sync". Expected one of "rebuild"'],
  [{ watch: { mount: '../api', at: '/app' } }, 'local.watch.mount: leads out of the project'],
  [{ watch: { mount: '~/api', at: '/app' } }, 'local.watch.mount: starts with "~"'],
  [{ watch: { mount: 'C:\\api', at: '/app' } }, 'local.watch.mount: is a place of this machine'],
  [{ watch: { mount: './api' } }, 'local.watch.at: is missing'],
  [{ watch: { mount: './api', at: 'app' } }, 'local.watch.at: does not start with "/"'],
  [{ watch: { mount: './api', at: '/app', comand: ['x'] } }, 'Fix: did you mean command?'],
  [{ watch: { mount: './api', at: '/app', command: 'npm run dev' } }, 'local.watch.command: is not a list'],
  [{ replicas: -1 }, 'local.replicas: is below 0, got -1. Expected a whole number from 0 to 20'],
  [{ replicas: 2.5 }, 'local.replicas: is not a whole number'],
  [{ platform: 'amd64' }, 'local.platform: is none of what it may be, got "amd64". Expected one of "linux/amd64"'],
  [{ platform: 'linux/amd46' }, 'Fix: write "linux/amd64".'],
  [{ containers: { exporter: { publish: 1 } } }, 'local.containers.exporter.publish: is not known here'],
  [{ containers: { exporter: { healthCheck: 'crul' } } }, 'local.containers.exporter.healthCheck: is none of'],
])('%j is refused', (options, message) => {
  expect(said(options).join('\n')).toContain(message);
});
