import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { Peer } from '../connections/peer';
import type { Identity } from '../pods/identity';
import type { HttpRouteProps } from './http-route-props';

/** An HTTPRoute that leads to a port of the workload's Service, which it knows by number alone. */
export function httpRouteFor(
  construct: Construct,
  { metadata, name }: Identity,
  port: number,
  { parentRefs, hostnames, path = '/', pathType = 'PathPrefix' }: HttpRouteProps,
): ApiObject {
  return new ApiObject(construct, 'http-route', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { ...metadata },
    spec: {
      parentRefs: parentRefs.map((gateway) => ({ ...gateway })),
      hostnames: [...hostnames],
      rules: [{ matches: [{ path: { type: pathType, value: path } }], backendRefs: [{ name, port }] }],
    },
  });
}

/** Where requests come from: the pods of a Gateway are in its namespace with most programs that run some. */
export function gatewaysOf({ namespace: own }: Identity, { parentRefs, from }: HttpRouteProps): readonly Peer[] {
  if (from) return [from];
  const namespaces = new Set(parentRefs.map(({ namespace = own }) => namespace));
  return [...namespaces].map((namespace) => Peer.namespace(namespace));
}
