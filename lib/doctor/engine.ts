import type { DockerFacts, Facts } from './facts';
import type { Finding } from './finding';

/** Docker itself: there, running, and young enough for what we write. */
export function engine({ docker }: Pick<Facts, 'docker'>): readonly Finding[] {
  if (!docker.installed) return [{ what: 'Docker is not installed', fix: 'install Docker Desktop or Docker Engine.' }];
  return [...engineOf(docker), ...composeOf(docker)];
}

function engineOf({ engine, complaint }: DockerFacts): readonly Finding[] {
  if (engine === undefined) {
    const said = complaint ? `: ${complaint}` : '';
    return [
      {
        what: `no Docker Engine answers${said}`,
        fix: 'start Docker Desktop, or the engine that `docker context` names.',
      },
    ];
  }
  return isOlder(engine, 25, 0)
    ? [{ what: `Docker Engine ${engine} is older than 25.0, which knows no start_interval`, fix: 'update Docker.' }]
    : [];
}

function composeOf({ compose }: DockerFacts): readonly Finding[] {
  if (compose === undefined)
    return [{ what: '`docker compose` is not installed', fix: 'install its plugin: Docker Desktop has it.' }];
  return isOlder(compose, 2, 30)
    ? [
        {
          what: `Docker Compose ${compose} is older than 2.30, which compose.yaml is made for`,
          fix: 'update Docker Compose.',
        },
      ]
    : [];
}

function isOlder(version: string, major: number, minor: number): boolean {
  const [, ours = 0, its = 0] = /(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  return ours < major || (ours === major && its < minor);
}
