import type { WorkloadPolicy } from './workload-policy';

/**
 * A value for `env` that knows where it comes from and which workload it leads to. Whoever uses it is connected: the
 * NetworkPolicies on both sides, the shared Compose network and the order of start follow from it.
 */
export interface Reference {
  readonly pieces: readonly (string | SecretPiece)[];
  /** Undefined for what leads to no workload of this app. */
  readonly leadsTo?: WorkloadPolicy;
  /** The namespace of its Secret, where that is known: pods of another cannot use it. */
  readonly namespace?: string;
}

/** A key of a Secret; `called` names the helper variable where the value is only part of a text. */
export interface SecretPiece {
  readonly secretName: string;
  readonly key: string;
  readonly called: string;
}

/**
 * A key of a Secret that exists in the cluster already, or that another tool puts there. On the laptop it is generated
 * as `.tandem/secrets/<name>/<key>`: put the real value there where a made-up one will not do.
 *
 * @example
 * env: { STRIPE_KEY: existing('stripe', 'api-key') }
 */
export function existing(secretName: string, key: string): Reference {
  return { pieces: [{ secretName, key, called: 'SECRET' }] };
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && Array.isArray((value as Reference).pieces);
}
