import type { Container, Facts } from './facts';
import type { Finding } from './finding';

/** What Compose says only the state of: a container that does not get well, or on whose end others wait. */
export function unwell({ containers, services }: Pick<Facts, 'containers' | 'services'>): readonly Finding[] {
  return containers.flatMap((container) => {
    const awaited = services.some(({ after }) => after.includes(container.service));
    const illness = illnesses.find(({ when }) => when(container, awaited));
    return illness ? [found(container, illness.says(container))] : [];
  });
}

interface Illness {
  readonly when: (container: Container, awaited: boolean) => boolean;
  readonly says: (container: Container) => string;
}

const illnesses: readonly Illness[] = [
  {
    when: isRestarting,
    says: ({ restarts, exitCode }) => `ends again and again, ${restarts} times by now${codeOf(exitCode)}`,
  },
  { when: ({ running, health }) => running && health === 'unhealthy', says: () => 'is unhealthy' },
  {
    when: ({ running, health, refused, age }) => running && health === 'starting' && refused && age >= 30_000,
    says: ({ age }) => `has not become healthy in the ${Math.round(age / 1000)} s since its start`,
  },
  {
    when: ({ running, exitCode }, awaited) => awaited && !running && exitCode !== 0,
    says: ({ exitCode }) => `has failed with exit code ${exitCode}, and others wait for it`,
  },
];

/** Docker waits a minute at most before it starts a container anew. Of long ago a few restarts say nothing. */
export function isRestarting({ running, restarts, age }: Container): boolean {
  return running && restarts >= 3 && age < 120_000;
}

/** That of the last end; while it runs once more there is none. */
function codeOf(exitCode: number): string {
  return exitCode === 0 ? '' : `, with exit code ${exitCode}`;
}

function found({ service, answered, logged }: Container, state: string): Finding {
  return {
    what: `${service} ${state}`,
    said: [...answered.map((line) => `health check: ${line}`), ...logged.map((line) => `log: ${line}`)],
    fix: `mend what it says (all of it: docker compose logs ${service}), then docker compose up --wait.`,
  };
}
