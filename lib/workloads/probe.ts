import type { Field } from '../manifests/field';

export interface Probes {
  readonly startup?: Probe;
  readonly readiness?: Probe;
  readonly liveness?: Probe;
}

export interface Probe {
  readonly field: Field;
  readonly asks: Question;
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

export type Question =
  | { readonly by: 'exec'; readonly command: readonly string[] }
  | {
      readonly by: 'http';
      readonly scheme: 'http' | 'https';
      /** Undefined where the pod itself is asked. */
      readonly host?: string;
      readonly port: number;
      readonly path: string;
      readonly headers: readonly Header[];
    }
  | { readonly by: 'tcp'; readonly host?: string; readonly port: number }
  | { readonly by: 'grpc'; readonly port: number; readonly service?: string }
  | { readonly by: 'unknown' };

export interface Header {
  readonly name: string;
  readonly value: string;
}
