import type { Container } from '../doctor/facts';
import type { AnyContainer } from './containers';
import { docker } from './docker';
import { lastLines } from './said';
import type { KnownSecrets } from './secrets';

/** What containers of the project said last, where no value of a secret can be in it that is not known. */
export async function containersOf(
  project: string,
  containers: readonly AnyContainer[],
  secrets: KnownSecrets,
): Promise<readonly Container[]> {
  const own = containers.filter((container) => container.project === project);
  const facts = await Promise.all(own.map((container) => factsOf(container, secrets)));
  return facts.sort((a, b) => (a.service < b.service ? -1 : 1));
}

async function factsOf(container: AnyContainer, secrets: KnownSecrets): Promise<Container> {
  const { name, service, running, health, exitCode, restarts, started, refused, answer } = container;
  const state = { service, running, health, exitCode, restarts, refused, age: Date.now() - started };
  // Made before, it may have been given other secrets, which nobody can blot out.
  if (container.created < secrets.written) return { ...state, answered: [], logged: [hidden] };
  return {
    ...state,
    answered: lastLines(answer, secrets.values, 2),
    logged: lastLines(await logOf(name), secrets.values, 3),
  };
}

const hidden = 'not shown, as secrets that are not here any more may be in it';

async function logOf(container: string): Promise<string> {
  const { stdout, stderr } = await docker(['logs', '--tail', '20', container]);
  return `${stdout}\n${stderr}`;
}
