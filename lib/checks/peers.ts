import { Egress } from '../connections/egress';
import { Peer } from '../connections/peer';
import { inTurn, listOf, satisfying } from './check';
import { cidr } from './cidr';
import { within } from './finding';
import { label } from './label';
import { namespaceName } from './name';
import { remotePort } from './port';
import type { Check, Finding } from './problem';

/** Where a workload may go that no reference leads to. */
export const egress: Check = listOf(
  inTurn(
    satisfying(
      (value) => value instanceof Egress,
      'is no Egress',
      'Egress.internet(443), Egress.cidr(…) or Egress.to(…).',
      'write one of them.',
    ),
    satisfying(
      (value) => (value as Egress).ports.length > 0,
      'names no port',
      'the ports, such as Egress.internet(443).',
      'name each port: what is not named stays closed.',
    ),
    (value) => [...targetOf(value as Egress), ...within('ports', listOf(remotePort)((value as Egress).ports))],
  ),
);

/** Callers that this app does not make. */
export const allowFrom: Check = listOf(
  inTurn(
    satisfying(
      (value) => value instanceof Peer,
      'is no Peer',
      'Peer.namespace(…), Peer.pods(…) or Peer.ingressController().',
      'write one of them.',
    ),
    (value) => peer(value as Peer),
  ),
);

function targetOf({ target }: Egress): readonly Finding[] {
  return target instanceof Peer ? peer(target) : within('cidr', cidr(target.cidr));
}

function peer({ namespace, labels }: Peer): readonly Finding[] {
  if (namespace === undefined && labels === undefined) {
    return [{ prop: '', wrong: 'names neither a namespace nor labels', expected: 'one of them.', fix: 'give it one.' }];
  }
  const selectsAll = labels !== undefined && Object.keys(labels).length === 0;
  return [
    ...(namespace === undefined ? [] : within('namespace', namespaceName(namespace))),
    ...Object.entries(labels ?? {}).flatMap(([key, value]) => within(`labels.${key}`, label(key, value))),
    ...(selectsAll
      ? [
          {
            prop: 'labels',
            wrong: 'are empty, which selects every pod',
            expected: 'at least one label.',
            fix: 'write Peer.namespace(…) if every pod is meant.',
          },
        ]
      : []),
  ];
}
