import type { k8s } from 'cdk8s-plus-28';
import type { PolicyPort } from './policy-port';

/** Labels that must be there, or all that a label selector of Kubernetes can say. */
export type Labels = Readonly<Record<string, string>> | LabelSelector;

/** The label selector of Kubernetes: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelRequirement[];
}

export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

/** Whoever this app does not make, as a NetworkPolicy names them. */
export class Peer {
  /** Every pod of a namespace. */
  static namespace(name: string): Peer {
    return new Peer({ namespace: name });
  }

  /** Every pod of the namespaces with these labels. */
  static namespaces(labels: Labels): Peer {
    return new Peer({ namespaces: copyOf(labels) });
  }

  /**
   * Pods with these labels.
   *
   * @param namespace the namespace by its name, or namespaces by their labels; the workload's own where none is given
   */
  static pods(labels: Labels, namespace?: string | Labels): Peer {
    const where = typeof namespace === 'string' ? { namespace } : namespace && { namespaces: copyOf(namespace) };
    return new Peer({ labels: copyOf(labels), ...where });
  }

  /**
   * The ingress controller, which is where requests from outside come from.
   *
   * @param namespace its namespace; `ingress-nginx` is that of the best known one
   */
  static ingressController(namespace = 'ingress-nginx'): Peer {
    return new Peer({ namespace });
  }

  /** Addresses that are nobody's in the cluster, such as `10.1.0.0/16`, but for some ranges of it. */
  static cidr(cidr: string, options: { readonly except?: readonly string[] } = {}): Peer {
    const { except } = options ?? {};
    return new Peer({ cidr, ...(except && { except: Array.isArray(except) ? [...except] : except }) });
  }

  /** Everybody, in the cluster and outside. */
  static anyone(): Peer {
    return new Peer({ anyone: true });
  }

  private constructor(
    readonly names: PeerNames,
    /** Undefined: the port on which the workload answers. */
    readonly ports?: readonly PolicyPort[],
  ) {}

  /** The same on these ports of the workload's pods, in place of the one on which it answers. */
  on(...ports: PolicyPort[]): Peer {
    return new Peer(this.names, ports);
  }

  /** @internal Undefined for everybody: a rule without peers. */
  get selectors(): k8s.NetworkPolicyPeer | undefined {
    const { namespace, namespaces, labels, cidr, except, anyone } = this.names;
    if (anyone) return undefined;
    if (cidr !== undefined) return { ipBlock: { cidr, ...(except && { except: [...except] }) } };
    return {
      ...(namespace !== undefined && { namespaceSelector: namespaceSelector(namespace) }),
      ...(namespaces && { namespaceSelector: labelSelector(namespaces) }),
      ...(labels && { podSelector: labelSelector(labels) }),
    };
  }
}

/** By what a peer is known. */
export interface PeerNames {
  readonly namespace?: string;
  readonly namespaces?: Labels;
  readonly labels?: Labels;
  readonly cidr?: string;
  readonly except?: readonly string[];
  readonly anyone?: boolean;
}

/** Kubernetes labels each namespace with its name. */
export function namespaceSelector(name: string): k8s.LabelSelector {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

export function isLabelSelector(labels: Labels): labels is LabelSelector {
  return typeof labels.matchLabels === 'object' || Array.isArray(labels.matchExpressions);
}

function labelSelector(labels: Labels): k8s.LabelSelector {
  return (isLabelSelector(labels) ? labels : { matchLabels: labels }) as k8s.LabelSelector;
}

/** What its maker does with them later is another matter. */
function copyOf(labels: Labels): Labels {
  if (typeof labels !== 'object' || labels === null) return labels;
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, listed(value)]));
}

function listed(value: unknown) {
  if (Array.isArray(value)) return value.map((item) => ({ ...item }));
  return typeof value === 'object' && value !== null ? { ...value } : value;
}
