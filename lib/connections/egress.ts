import type { k8s } from 'cdk8s-plus-28';
import { Peer } from './peer';
import { type PolicyPort, policyPort } from './policy-port';

/** Addresses that are nobody's on the internet: RFC 1918, link-local (cloud metadata) and carrier-grade NAT. */
const privateRanges = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/**
 * Where a workload may go that no reference leads to. Without one, nothing but DNS leaves it: see
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/.
 */
export class Egress {
  /** Any public IPv4 address, on these TCP ports. A NetworkPolicy knows no host names. */
  static internet(...ports: PolicyPort[]): Egress {
    return new Egress(Peer.cidr('0.0.0.0/0', { except: privateRanges }), ports);
  }

  /** A range of addresses, such as `10.1.0.0/16` or one `10.1.2.3/32`, on these TCP ports. */
  static cidr(cidr: string, ...ports: PolicyPort[]): Egress {
    return new Egress(Peer.cidr(cidr), ports);
  }

  /** Whoever this app does not make, on these TCP ports: pods, namespaces, addresses but for some, everybody. */
  static to(peer: Peer, ...ports: PolicyPort[]): Egress {
    return new Egress(peer, ports);
  }

  private constructor(
    readonly target: Peer,
    readonly ports: readonly PolicyPort[],
  ) {}

  /** @internal */
  rule(): k8s.NetworkPolicyEgressRule {
    const { selectors } = this.target;
    return { ...(selectors && { to: [selectors] }), ports: this.ports.map(policyPort) };
  }
}
