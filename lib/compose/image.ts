import { posix } from 'node:path';
import { approximated, type Difference, local as toldOtherwise } from '../differences/difference';
import type { Build, ContainerOptions } from '../local/local-options';
import type { Container, Workload } from '../workloads/workload';
import type { Service } from './compose-file';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** Where the image comes from: a registry, or a folder of the project. */
export function imageOf({ container, workload, local }: Unit): Fragment {
  const { build } = local;
  const { image } = container;
  const platform = workload.local.platform ?? workload.pod.platform?.name;
  return {
    // Compose refuses a digest beside a build.
    service: build
      ? { image: image.replace(/@.*/, ''), build: buildOf(build), platform, pull_policy: 'build' }
      : { image, platform, pull_policy: pullPolicies[container.pullPolicy ?? ''] },
    differences: [
      ...differencesOfSource(container, local),
      ...differencesOfPolicy(container, build !== undefined),
      ...otherPlatform(workload),
    ],
  };
}

/** `Always` is not carried: a laptop works offline, too. */
const pullPolicies: Readonly<Record<string, string | undefined>> = { IfNotPresent: 'missing', Never: 'never' };

function otherPlatform({ local: { platform: here }, pod: { platform } }: Workload): readonly Difference[] {
  if (!platform || here === platform.name) return [];
  if (!here) {
    const means = 'a laptop with another processor emulates that one: slowly, or not at all';
    return [approximated(platform.field, `${platform.name} on every laptop: there are no nodes to choose from`, means)];
  }
  return [toldOtherwise(platform.field, `${here} here`, 'another build of the image runs than in a cluster')];
}

/** In short where nothing but the folder is said, or what Compose takes anyway. */
function buildOf(build: string | Build): Service['build'] {
  const { context, dockerfile, ...more }: Build = typeof build === 'string' ? { context: build } : build;
  const other = dockerfile === 'Dockerfile' ? undefined : dockerfile;
  const said = Object.entries({ dockerfile: other, ...more }).filter(([, value]) => value !== undefined);
  return said.length > 0 ? { context: fromProject(context), ...Object.fromEntries(said) } : fromProject(context);
}

/** A folder of the project as Compose reads it on every system: with `./` before it, and `/` in it. */
export function fromProject(folder: string): string {
  const path = posix.normalize(folder).replace(/\/$/, '');
  return path === '.' ? path : `./${path}`;
}

function differencesOfSource({ field }: Container, { build, watch }: ContainerOptions): readonly Difference[] {
  const told = [
    ...(build ? [`built from ${typeof build === 'string' ? build : build.context}`] : []),
    ...(typeof watch === 'object' ? [`${watch.mount} in place of its ${watch.at}`] : []),
  ];
  if (told.length === 0) return [];
  return [toldOtherwise(field.at('image'), told.join(', '), 'your own code runs, not what was published')];
}

function differencesOfPolicy({ field, pullPolicy = '' }: Container, built: boolean): readonly Difference[] {
  const policy = field.at('imagePullPolicy');
  if (!policy.exists) return [];
  if (built) return [toldOtherwise(policy, 'built, not pulled', 'docker compose build takes in what changed')];
  if (pullPolicies[pullPolicy]) return [];
  const reason = 'pulled when missing: a laptop works offline too';
  return [approximated(policy, reason, 'a tag that moved is not noticed: docker compose pull')];
}
