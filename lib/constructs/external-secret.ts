import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { inTurn, mapOf, oneOf, satisfying } from '../checks/check';
import { secretKeyName, secretName } from '../checks/name';
import type { Check } from '../checks/problem';
import { optional, type Rules, required, shape } from '../checks/props';
import { isText } from '../checks/text';
import { textCheck } from '../checks/text-check';
import type { Reference } from '../connections/reference';
import { accepted } from './accepted';
import { childId } from './child-id';
import { keyOf, secretIdentity } from './secret-object';

export interface ExternalSecretProps {
  /** The store that the values come from, which the platform has set up. */
  readonly secretStoreRef: SecretStoreRef;
  /** Where each key's value is in the store. */
  readonly data: Readonly<Record<string, RemoteRef>>;
  /**
   * When the operator looks into the store: again and again, once, or when this object changes.
   *
   * @default Periodic
   */
  readonly refreshPolicy?: 'Periodic' | 'CreatedOnce' | 'OnChange';
  /**
   * How often it looks, where it does so again and again: a duration of Go, such as `15m`.
   *
   * @default 1h
   */
  readonly refreshInterval?: string;
}

export interface SecretStoreRef {
  readonly name: string;
  /**
   * A store of the namespace, or one for all of them.
   *
   * @default SecretStore
   */
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
}

export interface RemoteRef {
  /** Name of the secret in the store. */
  readonly key: string;
  /**
   * Part of it, where it has several.
   *
   * @default - all of it
   */
  readonly property?: string;
  /**
   * Version of it in the store.
   *
   * @default - the newest
   */
  readonly version?: string;
}

/**
 * A Secret, called as the construct, that the External Secrets Operator (https://external-secrets.io) makes of what a
 * store of secrets holds, such as Vault or the one of a cloud. The operator must be in the cluster. On a laptop the
 * values are made up in `.tandem/secrets/<name>/<key>`: put the real one there where a made-up one will not do.
 *
 * Pods that took a value into a variable keep it when it changes: roll them with `restartToken`, or let a program such
 * as Reloader (https://github.com/stakater/Reloader) do it.
 *
 * @example
 * const stripe = new ExternalSecret(chart, 'stripe', {
 *   secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
 *   data: { 'api-key': { key: 'orders/stripe', property: 'apiKey' } },
 * });
 * new DataApi(chart, 'api', { image, env: { STRIPE_KEY: stripe.value('api-key') } });
 */
export class ExternalSecret extends Construct {
  readonly externalSecret: ApiObject;
  private readonly identity = secretIdentity(this);
  private readonly keys: readonly string[];

  constructor(scope: Construct, id: string, given: ExternalSecretProps) {
    super(scope, childId(scope, id));
    const props = accepted(this, given, rules);
    const { refreshPolicy = 'Periodic', refreshInterval = '1h' } = props;
    this.keys = Object.keys(props.data);
    this.externalSecret = new ApiObject(this, 'external-secret', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { ...this.identity.metadata },
      spec: {
        refreshPolicy,
        ...(refreshPolicy === 'Periodic' && { refreshInterval }),
        secretStoreRef: { kind: 'SecretStore', ...props.secretStoreRef },
        target: { name: this.identity.name, creationPolicy: 'Owner' },
        data: Object.entries(props.data).map(([secretKey, remoteRef]) => ({ secretKey, remoteRef: { ...remoteRef } })),
      },
    });
  }

  /** The value of a key, for `env` or `secretFiles` of workloads of the same namespace. */
  value(key: string): Reference {
    return keyOf(this, this.identity, key, this.keys);
  }
}

const someKeys: Check = satisfying(
  (value) => Object.keys(value as object).length > 0,
  'has no key',
  'at least one key.',
  "write { 'api-key': { key: 'orders/stripe' } }.",
);

const remoteRef: Rules<RemoteRef> = {
  key: required(
    inTurn(isText, textCheck({ expected: 'a name in the store.', example: 'orders/stripe', faults: [] })),
    '',
  ),
  property: optional(isText),
  version: optional(isText),
};

const secretStoreRef: Rules<SecretStoreRef> = {
  name: required(secretName, 'invalid'),
  kind: optional(oneOf('SecretStore', 'ClusterSecretStore')),
};

const duration: Check = textCheck({
  expected: 'a duration of Go above zero, such as 15m or 1h.',
  example: '1h',
  faults: [
    {
      when: (text) => !/^(?:\d{1,6}(?:\.\d{1,6})?(?:ms|s|m|h))+$/.test(text),
      wrong: 'is no duration',
      fix: 'write "1h".',
    },
    {
      when: /^[0.a-z]+$/,
      wrong: 'is no time at all',
      fix: "write refreshPolicy: 'CreatedOnce' for a value that stays.",
    },
  ],
});

const rules: Rules<ExternalSecretProps> = {
  secretStoreRef: required(shape(secretStoreRef), { name: 'invalid' }),
  data: required(
    inTurn(
      mapOf(secretKeyName, (value) => shape(remoteRef)(value)),
      someKeys,
    ),
    {},
  ),
  refreshPolicy: optional(oneOf('Periodic', 'CreatedOnce', 'OnChange')),
  refreshInterval: optional(duration),
};
