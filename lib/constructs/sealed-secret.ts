import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { inTurn, mapOf, oneOf, satisfying } from '../checks/check';
import { secretKeyName } from '../checks/name';
import type { Check, Finding } from '../checks/problem';
import { optional, type Rules, required } from '../checks/props';
import type { Reference } from '../connections/reference';
import { accepted } from './accepted';
import { childId } from './child-id';
import { keyOf, secretIdentity } from './secret-object';

export interface SealedSecretProps {
  /** What `kubeseal` printed for each key. Nobody but the cluster's controller can read it, so it may be in git. */
  readonly encryptedData: Readonly<Record<string, string>>;
  /**
   * For what `kubeseal --scope` has sealed it: for this name in this namespace, for any name there, or for any
   * namespace.
   *
   * @default - for this name in this namespace
   */
  readonly scope?: 'strict' | 'namespace-wide' | 'cluster-wide';
  /**
   * Type of the Secret.
   *
   * @default Opaque
   */
  readonly type?: string;
}

/**
 * A Secret, called as the construct, that the controller of Sealed Secrets
 * (https://github.com/bitnami-labs/sealed-secrets) makes of what was encrypted for it. The controller must be in the
 * cluster. On a laptop the values are made up in `.tandem/secrets/<name>/<key>`.
 *
 * @example
 * // kubeseal --raw --namespace orders --name smtp --from-file=password
 * const smtp = new SealedSecret(chart, 'smtp', { encryptedData: { password: 'AgBy3i4OJSWK+…' } });
 * new DataApi(chart, 'api', { image, secretFiles: { '/run/secrets/smtp': smtp.value('password') } });
 */
export class SealedSecret extends Construct {
  readonly sealedSecret: ApiObject;
  private readonly identity = secretIdentity(this);
  private readonly keys: readonly string[];

  constructor(scope: Construct, id: string, given: SealedSecretProps) {
    super(scope, childId(scope, id));
    const { encryptedData, scope: sealedFor = 'strict', type = 'Opaque' } = accepted(this, given, rules);
    this.keys = Object.keys(encryptedData);
    const { metadata } = this.identity;
    const annotations =
      sealedFor === 'strict' ? {} : { annotations: { [`sealedsecrets.bitnami.com/${sealedFor}`]: 'true' } };
    this.sealedSecret = new ApiObject(this, 'sealed-secret', {
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { ...metadata, ...annotations },
      spec: { encryptedData: { ...encryptedData }, template: { metadata: { ...metadata, ...annotations }, type } },
    });
  }

  /** The value of a key, for `env` or `secretFiles` of workloads of the same namespace. */
  value(key: string): Reference {
    return keyOf(this, this.identity, key, this.keys);
  }
}

/** The value itself is not shown: it may be the very secret. */
const plaintext: Finding = {
  prop: '',
  wrong: 'is not what kubeseal prints, and may be a secret in plain text',
  expected: 'the base64 text of a sealed value, which begins with "Ag" for a controller with its usual key.',
  fix: 'write what `kubeseal --raw --namespace … --name … --from-file=…` prints.',
};

function sealed(value: unknown): readonly Finding[] {
  return typeof value === 'string' && isSealed(value) ? [] : [plaintext];
}

/** Two bytes say how long the session key is; it, encrypted by RSA, comes next, and then the value, with a tag of AES. */
function isSealed(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text || bytes.length < 2) return false;
  const key = bytes.readUInt16BE(0);
  return [256, 384, 512, 1024].includes(key) && bytes.length >= 2 + key + 16;
}

/** cdk8s asks every map for these before it writes it. */
const writable: Check = satisfying(
  (key) => key !== '__proto__' && key !== 'constructor',
  'is a name that cdk8s cannot write',
  'any other name.',
  'seal it under another key.',
);

const someKeys: Check = satisfying(
  (value) => Object.keys(value as object).length > 0,
  'has no key',
  'at least one key.',
  "write { password: 'Ag…' }.",
);

const typeName: Check = satisfying(
  (value) => typeof value === 'string' && /^[A-Za-z0-9](?:[\w./-]{0,250}[A-Za-z0-9])?$/.test(value),
  'is no type of a Secret',
  'a type such as Opaque or kubernetes.io/tls.',
  'write one of them.',
);

const rules: Rules<SealedSecretProps> = {
  encryptedData: required(inTurn(mapOf(inTurn(secretKeyName, writable), sealed), someKeys), {}),
  scope: optional(oneOf('strict', 'namespace-wide', 'cluster-wide')),
  type: optional(typeName),
};
