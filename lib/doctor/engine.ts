import type { DockerFacts, Facts, Feature } from './facts';
import type { Finding } from './finding';

/** Docker itself: there, running, and young enough for what compose.yaml uses. */
export function engine({ docker, files: { features } }: Pick<Facts, 'docker' | 'files'>): readonly Finding[] {
  if (!docker.installed) return [{ what: 'Docker is not installed', fix: 'install Docker Desktop or Docker Engine.' }];
  const used = needs.filter(({ feature }) => feature === undefined || features.includes(feature));
  return [...engineOf(docker, used), ...composeOf(docker, used)];
}

interface Need {
  /** None of what every compose.yaml of ours uses. */
  readonly feature?: Feature;
  readonly engine?: Version;
  readonly compose?: Version;
}

type Version = readonly [major: number, minor: number];

/** The youngest first. */
const needs: readonly Need[] = [
  { feature: 'image mounts', engine: [28, 0], compose: [2, 35] },
  { feature: 'subpath of a volume', engine: [26, 0] },
  { feature: 'start_interval', engine: [25, 0] },
  { compose: [2, 30] },
];

function engineOf({ engine, complaint }: DockerFacts, used: readonly Need[]): readonly Finding[] {
  if (engine === undefined) {
    const said = complaint ? `: ${complaint}` : '';
    return [
      {
        what: `no Docker Engine answers${said}`,
        fix: 'start Docker Desktop, or the engine that `docker context` names.',
      },
    ];
  }
  const need = used.find(({ engine: oldest }) => oldest && isOlder(engine, oldest));
  return need?.engine ? [old('Docker Engine', engine, need.engine, need.feature)] : [];
}

function composeOf({ compose }: DockerFacts, used: readonly Need[]): readonly Finding[] {
  if (compose === undefined)
    return [{ what: '`docker compose` is not installed', fix: 'install its plugin: Docker Desktop has it.' }];
  const need = used.find(({ compose: oldest }) => oldest && isOlder(compose, oldest));
  return need?.compose ? [old('Docker Compose', compose, need.compose, need.feature)] : [];
}

function isOlder(version: string, [major, minor]: Version): boolean {
  const [, ours = 0, its = 0] = /(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  return ours < major || (ours === major && its < minor);
}

function old(program: string, version: string, oldest: Version, feature?: Feature): Finding {
  const why = feature ? `the first that knows what compose.yaml uses: ${feature}` : 'which compose.yaml is made for';
  return { what: `${program} ${version} is older than ${oldest.join('.')}, ${why}`, fix: `update ${program}.` };
}
