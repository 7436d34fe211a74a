import { posix } from 'node:path';
import { approximated, type Difference, local } from '../differences/difference';
import type { Build } from '../local/local-options';
import type { Container } from '../workloads/workload';
import type { Service } from './compose-file';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** Where the image comes from: a registry, or a folder of the project. */
export function imageOf({ container, workload, local: { build } }: Unit): Fragment {
  const { image } = container;
  const { platform } = workload.local;
  return {
    // Compose refuses a digest beside a build.
    service: build
      ? { image: image.replace(/@.*/, ''), build: buildOf(build), platform, pull_policy: 'build' }
      : { image, platform },
    differences: build ? differencesOfBuilt(container, build) : differencesOfPulled(container),
  };
}

/** In short where nothing but the folder is said. */
function buildOf(build: string | Build): Service['build'] {
  const { context, ...more } = typeof build === 'string' ? { context: build } : build;
  const said = Object.entries(more).filter(([, value]) => value !== undefined);
  return said.length > 0 ? { context: fromProject(context), ...Object.fromEntries(said) } : fromProject(context);
}

/** A folder of the project as Compose reads it on every system: with `./` before it, and `/` in it. */
export function fromProject(folder: string): string {
  const path = posix.normalize(folder).replace(/\/$/, '');
  return path === '.' ? path : `./${path}`;
}

function differencesOfBuilt({ field }: Container, build: string | Build): readonly Difference[] {
  const folder = typeof build === 'string' ? build : build.context;
  const policy = field.at('imagePullPolicy');
  return [
    local(field.at('image'), `built from ${folder}`, 'your own code runs, not what was published'),
    ...(policy.exists ? [local(policy, 'built, not pulled', 'docker compose build takes in what changed')] : []),
  ];
}

function differencesOfPulled({ field }: Container): readonly Difference[] {
  const policy = field.at('imagePullPolicy');
  const reason = 'pulled when missing: a laptop works offline too';
  return policy.exists ? [approximated(policy, reason, 'a tag that moved is not noticed: docker compose pull')] : [];
}
