import type { Construct } from 'constructs';
import { within } from '../checks/finding';
import { ownNamespace, secretName } from '../checks/name';
import type { Problem } from '../checks/problem';
import { quoted, shown } from '../checks/shown';
import type { Reference } from '../connections/reference';
import { type Identity, identityOf } from '../pods/identity';
import { record } from './accepted';
import { insideChart } from './inside-chart';

/** What an object is called by which a program of the cluster makes a Secret of the same name. */
export function secretIdentity(construct: Construct): Identity {
  insideChart(construct);
  const identity = identityOf(construct, 'secret');
  record(construct, () => {
    const findings = [
      ...within('id', secretName(identity.name)),
      ...within('namespace', ownNamespace(identity.namespace)),
    ];
    return findings.map((finding) => ({ construct: construct.node.path, ...finding }));
  });
  return identity;
}

/** A key of such a Secret; one that it does not have is the user's mistake. */
export function keyOf(
  construct: Construct,
  { name, namespace }: Identity,
  key: string,
  keys: readonly string[],
): Reference {
  if (!keys.includes(key)) record(construct, () => [unknownKey(construct, key, keys)]);
  return { pieces: [{ secretName: name, key, called: 'SECRET' }], namespace };
}

function unknownKey({ node }: Construct, key: string, keys: readonly string[]): Problem {
  return {
    construct: node.path,
    prop: `value(${shown(key)})`,
    wrong: 'is no key of this Secret',
    expected: `one of ${keys.map((one) => quoted(one, 60)).join(', ')}.`,
    fix: 'correct the key, or add it.',
  };
}
