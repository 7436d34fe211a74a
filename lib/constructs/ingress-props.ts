import type { Peer } from '../connections/peer';

/** How the world outside reaches an API: an Ingress of networking.k8s.io/v1, with TLS. */
export interface IngressProps {
  /**
   * The host name by which it is called, such as `orders.example.com`, or several of them, with one certificate for all;
   * `*.example.com` is every name right below.
   */
  readonly host: string | readonly string[];
  /**
   * Path below which requests are the API's, or several. It arrives as it was sent.
   *
   * @default /
   */
  readonly path?: string | readonly string[];
  /**
   * How a request's path must fit.
   *
   * @default Prefix
   */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  /**
   * The IngressClass, such as `nginx`.
   *
   * @default - the cluster's default class; where it has none, nobody answers
   */
  readonly ingressClassName?: string;
  /**
   * The Secret with the certificate, of type `kubernetes.io/tls`.
   *
   * @default - the API's name and -tls
   */
  readonly tlsSecretName?: string;
  /**
   * A ClusterIssuer of cert-manager (https://cert-manager.io), which then makes that Secret and renews it.
   *
   * @default - none: the Secret is made by somebody else
   */
  readonly clusterIssuer?: string;
  /**
   * Annotations for the controller. Those with which it runs code of whoever may write an Ingress (`…-snippet`) are
   * refused: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/.
   *
   * @default - none of yours
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Where the controller's pods are: the API's NetworkPolicy lets them in.
   *
   * @default - every pod of the namespace ingress-nginx
   */
  readonly controller?: Peer;
  /**
   * Why requests may come, and passwords go, in plain text. It stands in the Ingress for whoever asks.
   *
   * @default - they may not: TLS is required
   */
  readonly insecureHttp?: string;
}
