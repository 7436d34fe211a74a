import { nearest } from '../checks/nearest';
import type { Problem } from '../checks/problem';
import { quoted } from '../checks/shown';
import type { Manifest } from '../manifests/manifest';
import { keysOfMade, secretMakers } from '../workloads/secret-makers';
import { bare, mapAt, mapsAt } from './bare';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';

/**
 * Keys that a Secret will not have, as the object of the app that it is made of does not ask for them: such a pod never
 * starts. A Secret of the app itself may be filled by others.
 */
export function absentKeys(manifests: readonly Manifest[]): (pod: PodSpec) => readonly Problem[] {
  const makerOf = secretMakers(manifests);
  return ({ manifest, containers, sources }) =>
    usesIn(containers, sources).flatMap(({ prop, secret, key }): readonly Problem[] => {
      const maker = makerOf(manifest.namespace, secret);
      const keys = maker && keysOfMade(maker);
      if (!maker || !keys || keys.includes(key)) return [];
      return [{ construct: manifest.construct, prop, ...absent(secret, key, keys, maker) }];
    });
}

interface Use {
  readonly prop: string;
  readonly secret: string;
  readonly key: string;
}

/** One that need not be there is left out. */
function usesIn(containers: readonly Part[], sources: readonly Part[]): readonly Use[] {
  return [
    ...containers
      .flatMap(({ said }) => mapsAt(said, 'env'))
      .flatMap((variable) => {
        const { name, key, optional } = bare(mapAt(variable, 'valueFrom').secretKeyRef);
        return use(`env.${variable.name}`, name, key, optional);
      }),
    ...sources
      .map(({ said }) => mapAt(said, 'secret'))
      .flatMap((secret) =>
        mapsAt(secret, 'items').flatMap(({ path, key }) =>
          use(`file ${path}`, secret.secretName ?? secret.name, key, secret.optional),
        ),
      ),
  ];
}

function use(prop: string, secret: unknown, key: unknown, optional: unknown): readonly Use[] {
  return typeof secret === 'string' && typeof key === 'string' && optional !== true ? [{ prop, secret, key }] : [];
}

function absent(secret: string, key: string, keys: readonly string[], { kind, construct }: Manifest) {
  const meant = nearest(key, keys);
  return {
    wrong: `is of a key that the Secret ${secret} has not, as the ${kind} of ${construct} does not ask for it`,
    got: key,
    expected: `one of ${keys.map((one) => quoted(one, 60)).join(', ')}.`,
    fix: meant === undefined ? 'correct the key, or add it there.' : `write ${quoted(meant)}, or add the key there.`,
  };
}
