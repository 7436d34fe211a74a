import type { Peer } from '../connections/peer';

/** How the world outside reaches an API by the Gateway API: an HTTPRoute of gateway.networking.k8s.io/v1. */
export interface HttpRouteProps {
  /** The Gateways that take it, which the platform has set up. What they listen to has the certificates. */
  readonly parentRefs: readonly GatewayRef[];
  /** The host names by which it is called, such as `orders.example.com`; `*.example.com` is every name below. */
  readonly hostnames: readonly string[];
  /**
   * Path below which requests are the API's. It arrives as it was sent.
   *
   * @default /
   */
  readonly path?: string;
  /**
   * How a request's path must fit.
   *
   * @default PathPrefix
   */
  readonly pathType?: 'PathPrefix' | 'Exact';
  /**
   * Where the Gateways' own pods are: the API's NetworkPolicy lets them in.
   *
   * @default - every pod of the namespaces of the Gateways
   */
  readonly from?: Peer;
}

/** A Gateway by its name. */
export interface GatewayRef {
  readonly name: string;
  /**
   * Its namespace. It must let routes of others in: `allowedRoutes`.
   *
   * @default - the API's own
   */
  readonly namespace?: string;
  /**
   * One of its listeners, by name.
   *
   * @default - all of them
   */
  readonly sectionName?: string;
}
