import { k8s } from 'cdk8s-plus-28';

/**
 * A port of a NetworkPolicy, in its own words: a number is that TCP port. A range has an `endPort`; a name is that of a
 * container's port; a protocol alone is all of its ports.
 */
export type PolicyPort = number | PortOf;

export interface PortOf {
  /**
   * Its number, or the name that a container gives it.
   *
   * @default - every port of the protocol
   */
  readonly port?: number | string;
  /**
   * The last port of a range that begins with `port`.
   *
   * @default - `port` alone
   */
  readonly endPort?: number;
  /**
   * Of which protocol the ports are.
   *
   * @default TCP
   */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
}

export function policyPort(given: PolicyPort): k8s.NetworkPolicyPort {
  const { port, endPort, protocol = 'TCP' } = typeof given === 'number' ? { port: given } : given;
  const { fromNumber, fromString } = k8s.IntOrString;
  return {
    ...(port !== undefined && { port: typeof port === 'number' ? fromNumber(port) : fromString(port) }),
    ...(endPort !== undefined && { endPort }),
    protocol,
  };
}
