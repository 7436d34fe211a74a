import { registry } from './registry';
import { tryRun } from './run';
import { selected, type TargetName } from './selected';

/** Before any test: all that is missing on this machine, at once. */
export default async function requirements(): Promise<void> {
  const targets = selected();
  const wanted = needs.filter((need) => need.of.some((target) => targets.includes(target)));
  const missing = (await Promise.all(wanted.map(shortfall))).flat();
  if (missing.length > 0) throw plainError(missing);
}

interface Need {
  readonly of: readonly TargetName[];
  readonly what: string;
  readonly command: readonly [string, ...string[]];
  /** Where the answer says the version. */
  readonly version: RegExp;
  readonly least: readonly [number, number];
}

/** For the cluster too the images are built by Compose, with Docker. */
const both = ['compose', 'kubernetes'] as const;

const needs: readonly Need[] = [
  {
    of: both,
    what: 'Docker Compose 2.30 or later',
    command: ['docker', 'compose', 'version', '--short'],
    version: /^v?(\d+)\.(\d+)/,
    least: [2, 30],
  },
  {
    of: both,
    what: 'a running Docker Engine, 25.0 or later',
    command: ['docker', 'version', '--format', '{{.Server.Version}}'],
    version: /^(\d+)\.(\d+)/,
    least: [25, 0],
  },
  {
    of: both,
    what: `a registry at E2E_REGISTRY, ${registry}, to which docker may push, such as that of the image registry:2`,
    command: ['curl', '--silent', '--show-error', '--location', '--head', `${registry}/v2/`],
    version: /registry\/(\d+)\.(\d+)/,
    least: [2, 0],
  },
  {
    of: ['kubernetes'],
    what: 'kubectl and a cluster that it reaches, Kubernetes 1.30 or later',
    command: ['kubectl', 'version', '--output=json'],
    version: /"serverVersion"[^}]*"gitVersion": "v(\d+)\.(\d+)/,
    least: [1, 30],
  },
];

async function shortfall({ of, what, command, version, least }: Need): Promise<readonly string[]> {
  const [program, ...args] = command;
  const { stdout, stderr } = await tryRun(program, args, { seconds: 30 });
  const [, major = 0, minor = 0] = version.exec(stdout)?.map(Number) ?? [];
  if (major > least[0] || (major === least[0] && minor >= least[1])) return [];
  const answer = (stderr || stdout).trim().split('\n').at(-1);
  return [`${of.join(' and ')}: ${what}\n      \`${command.join(' ')}\` said: ${answer}`];
}

function plainError(missing: readonly string[]): Error {
  const error = new Error(
    `The end-to-end tests need what was not found here:\n  - ${missing.join('\n  - ')}\n` +
      'E2E_TARGET=compose or E2E_TARGET=kubernetes runs one half.',
  );
  error.stack = error.message;
  return error;
}
