import { nearest } from '../checks/nearest';
import type { Problem } from '../checks/problem';
import { quoted } from '../checks/shown';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { keysOfMade, secretMakers } from '../workloads/secret-makers';
import { containersIn, type PodSpec, volumeParts } from './pod-specs';

/**
 * Keys that a Secret will not have, as the object of the app that it is made of does not ask for them: such a pod never
 * starts. A Secret of the app itself may be filled by others.
 */
export function absentKeys(manifests: readonly Manifest[]): (pod: PodSpec) => readonly Problem[] {
  const makerOf = secretMakers(manifests);
  return ({ manifest, spec }) =>
    usesIn(spec).flatMap(({ prop, secret, key }): readonly Problem[] => {
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
function usesIn(spec: Field): readonly Use[] {
  const variables = containersIn(spec).flatMap((container) => container.at('env').peekItems());
  return [
    ...variables.flatMap((variable) => {
      const ref = variable.at('valueFrom', 'secretKeyRef');
      return use(`env.${variable.at('name').peek()}`, ref.at('name'), ref.at('key'), ref.at('optional'));
    }),
    ...volumeParts(spec).flatMap((part) => {
      const secret = part.at('secret');
      const name = secret.at('secretName').exists ? secret.at('secretName') : secret.at('name');
      const items = secret.at('items').peekItems();
      return items.flatMap((item) =>
        use(`file ${item.at('path').peek()}`, name, item.at('key'), secret.at('optional')),
      );
    }),
  ];
}

function use(prop: string, name: Field, keyField: Field, optional: Field): readonly Use[] {
  const [secret, key] = [name.peek(), keyField.peek()];
  return typeof secret === 'string' && typeof key === 'string' && optional.peek() !== true
    ? [{ prop, secret, key }]
    : [];
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
