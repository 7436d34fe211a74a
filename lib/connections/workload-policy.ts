import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Identity } from '../pods/identity';
import type { Egress } from './egress';
import { namespaceSelector, type Peer } from './peer';

/** A workload that others can connect to. */
export interface Server {
  readonly policy: WorkloadPolicy;
}

/**
 * The NetworkPolicy of one workload. Both directions are closed but for DNS and what connections, `egress` and
 * `allowFrom` open. It is written at synth, when every reference has been used.
 */
export class WorkloadPolicy extends Construct {
  readonly networkPolicy: k8s.KubeNetworkPolicy;
  private readonly servers = new Set<WorkloadPolicy>();
  private readonly clients = new Set<WorkloadPolicy>();

  constructor(
    scope: Construct,
    readonly identity: Identity,
    /** The port on which the workload answers; undefined for one that does not. */
    readonly port: number | undefined,
    private readonly more: { readonly egress: readonly Egress[]; readonly allowFrom: readonly Peer[] },
  ) {
    super(scope, 'policy');
    this.networkPolicy = new k8s.KubeNetworkPolicy(this, 'network-policy', {
      metadata: identity.metadata,
      spec: {
        podSelector: { matchLabels: identity.selector },
        policyTypes: ['Ingress', 'Egress'],
        ingress: Lazy.any({ produce: () => this.ingress() }),
        egress: Lazy.any({ produce: () => this.egress() }),
      },
    });
  }

  /** Opens the way from this workload to another, on both sides. */
  connectTo(server: WorkloadPolicy): void {
    this.servers.add(server);
    server.clients.add(this);
  }

  private ingress(): readonly k8s.NetworkPolicyIngressRule[] {
    const from = [
      ...[...this.clients].map((client) => this.peer(client)),
      ...this.more.allowFrom.map((peer) => peer.selectors),
    ];
    return from.length > 0 ? [{ from, ...this.ports() }] : [];
  }

  private egress(): readonly k8s.NetworkPolicyEgressRule[] {
    const connections = [...this.servers].map((server) => ({ to: [this.peer(server)], ...server.ports() }));
    return [dns, ...connections, ...this.more.egress.map((egress) => egress.rule())];
  }

  private ports(): Pick<k8s.NetworkPolicyIngressRule, 'ports'> {
    return this.port === undefined ? {} : { ports: [tcp(this.port)] };
  }

  /** Another workload as this one's policy names it. */
  private peer({ identity }: WorkloadPolicy): k8s.NetworkPolicyPeer {
    const podSelector = { matchLabels: identity.selector };
    const elsewhere = identity.namespace !== this.identity.namespace;
    return elsewhere ? { namespaceSelector: namespaceSelector(identity.namespace), podSelector } : { podSelector };
  }
}

function tcp(port: number): k8s.NetworkPolicyPort {
  return { port: k8s.IntOrString.fromNumber(port), protocol: 'TCP' };
}

/** The cluster's DNS, under the labels that every distribution gives it. */
const dns: k8s.NetworkPolicyEgressRule = {
  to: [
    { namespaceSelector: namespaceSelector('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } },
  ],
  ports: [{ port: k8s.IntOrString.fromNumber(53), protocol: 'UDP' }, tcp(53)],
};
