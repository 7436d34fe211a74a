import type { k8s } from 'cdk8s-plus-28';
import type { IntOrString } from './int-or-string';

/** A probe in Kubernetes' words; its port may be a number or the name that the container gives it. */
export interface Probe extends Omit<k8s.Probe, 'httpGet' | 'tcpSocket'> {
  readonly httpGet?: Omit<k8s.HttpGetAction, 'port'> & { readonly port: IntOrString };
  readonly tcpSocket?: Omit<k8s.TcpSocketAction, 'port'> & { readonly port: IntOrString };
}

/** The four ways to ask. */
export const handlers = ['exec', 'grpc', 'httpGet', 'tcpSocket'] as const;
