import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { typedObject } from '../objects/typed-object';
import type { Identity } from '../pods/identity';
import type { Egress } from './egress';
import { namespaceSelector, Peer } from './peer';
import { policyPort } from './policy-port';

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
  private readonly ofOtherApps = new Set<WorkloadPolicy>();
  private readonly noServers: unknown[] = [];
  private readonly callers: unknown[] = [];

  constructor(
    scope: Construct,
    readonly identity: Identity,
    /** The port on which the workload answers; undefined for one that does not. */
    readonly port: number | undefined,
    private readonly more: { readonly egress: readonly Egress[]; readonly allowFrom: readonly Peer[] },
  ) {
    super(scope, 'policy');
    this.networkPolicy = typedObject(k8s.KubeNetworkPolicy, this, 'network-policy', {
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
    if (!(server instanceof WorkloadPolicy)) {
      this.noServers.push(server);
      return;
    }
    if (server.node.root !== this.node.root) {
      this.ofOtherApps.add(server);
      return;
    }
    this.servers.add(server);
    server.clients.add(this);
  }

  /** @internal What it was to be connected to, and is of another app. */
  get strangers(): readonly WorkloadPolicy[] {
    return [...this.ofOtherApps];
  }

  /** @internal What it was to be connected to, and is no policy. */
  get strays(): readonly unknown[] {
    return [...this.noServers];
  }

  /** Lets a caller in that this app does not make. */
  admit(peer: Peer): void {
    this.callers.push(peer);
  }

  /** @internal Whom it was told to let in, whatever that is. */
  get admitted(): readonly unknown[] {
    return [...this.callers];
  }

  /** One way in for all who come by the workload's own port, and one for each of the others. */
  private ingress(): readonly k8s.NetworkPolicyIngressRule[] {
    const callers = [...this.more.allowFrom, ...this.callers.filter((caller) => caller instanceof Peer)];
    const plain = callers.flatMap(({ ports, selectors }) => (!ports && selectors ? [selectors] : []));
    const from = distinct([...[...this.clients].map((client) => this.peer(client)), ...plain]);
    const others = callers.filter(({ ports, selectors }) => ports || !selectors);
    if (callers.length + from.length === 0) return [this.nobody()];
    return [...(from.length > 0 ? [{ from, ...this.ports() }] : []), ...others.map((peer) => this.wayInOf(peer))];
  }

  /** Lets in its like alone, whom their egress holds back: scanners take a policy without rules for a forgotten one. */
  private nobody(): k8s.NetworkPolicyIngressRule {
    return { from: [this.peer(this)], ...this.ports() };
  }

  private wayInOf({ selectors, ports }: Peer): k8s.NetworkPolicyIngressRule {
    return { ...(selectors && { from: [selectors] }), ...(ports ? { ports: ports.map(policyPort) } : this.ports()) };
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

/** Who is let in for two reasons is named once. */
function distinct(peers: readonly k8s.NetworkPolicyPeer[]): k8s.NetworkPolicyPeer[] {
  return [...new Map(peers.map((peer) => [JSON.stringify(peer), peer])).values()];
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
