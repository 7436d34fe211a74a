import type { PortOf } from '../connections/policy-port';
import { inTurn, listOf, oneOf } from './check';
import { found, within } from './finding';
import { portName, remotePort } from './port';
import type { Check, Finding } from './problem';
import { optional, type Rules, shape } from './props';

const port: Check = (value) => (typeof value === 'string' ? portName(value) : remotePort(value));

const rules: Rules<PortOf> = {
  port: optional(port),
  endPort: optional(remotePort),
  protocol: optional(oneOf('TCP', 'UDP', 'SCTP')),
};

/** A number, or the words of a NetworkPolicy. */
const policyPort: Check = (value) =>
  typeof value === 'object' && value !== null ? inTurn(shape(rules), range)(value) : remotePort(value);

export const policyPorts: Check = listOf(policyPort);

function range(value: unknown): readonly Finding[] {
  const { port, endPort } = value as PortOf;
  if (endPort === undefined) return [];
  if (typeof port !== 'number') {
    return within(
      'endPort',
      found(
        endPort,
        'ends a range that has no number to begin with',
        'a number as port.',
        'write the first port of the range.',
      ),
    );
  }
  if (endPort >= port) return [];
  return within(
    'endPort',
    found(endPort, `is below the port ${port}`, 'the last port of the range.', 'let the smaller number come first.'),
  );
}
