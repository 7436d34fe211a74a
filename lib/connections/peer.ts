import type { k8s } from 'cdk8s-plus-28';

/** Pods that this app does not make, as a NetworkPolicy names them. */
export class Peer {
  /** Every pod of a namespace. */
  static namespace(name: string): Peer {
    return new Peer(name);
  }

  /** Pods with these labels, of a namespace or of the workload's own. */
  static pods(labels: Readonly<Record<string, string>>, namespace?: string): Peer {
    return new Peer(namespace, { ...labels });
  }

  /**
   * The ingress controller, which is where requests from outside come from.
   *
   * @param namespace its namespace; `ingress-nginx` is that of the best known one
   */
  static ingressController(namespace = 'ingress-nginx'): Peer {
    return new Peer(namespace);
  }

  private constructor(
    readonly namespace?: string,
    readonly labels?: Readonly<Record<string, string>>,
  ) {}

  /** @internal */
  get selectors(): k8s.NetworkPolicyPeer {
    return {
      ...(this.namespace !== undefined && { namespaceSelector: namespaceSelector(this.namespace) }),
      ...(this.labels && { podSelector: { matchLabels: this.labels } }),
    };
  }
}

/** Kubernetes labels each namespace with its name. */
export function namespaceSelector(name: string): k8s.LabelSelector {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}
