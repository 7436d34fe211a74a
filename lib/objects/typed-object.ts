import { type ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { resolved } from './resolved';
import { said } from './said';

/**
 * An object of a typed class that says what it was given, all of it: the classes themselves know the fields of
 * Kubernetes 1.28 and drop younger ones without a word. JSON patches come last, so that they find such fields, and may
 * add some.
 *
 * @param Typed such as `k8s.KubeDeployment`
 */
export function typedObject<P extends object, T extends ApiObject>(
  Typed: new (scope: Construct, id: string, props: P) => T,
  scope: Construct,
  id: string,
  props: P,
): T {
  const object = new Typed(scope, id, props);
  const patches: JsonPatch[] = [];
  object.addJsonPatch = (...more) => {
    patches.push(...more);
  };
  object.toJson = () => {
    const json = jsonOf(object, props);
    return patches.length === 0 ? json : JsonPatch.apply(json, ...patches);
  };
  return object;
}

/** Its metadata it tells itself: labels and annotations may have come since. */
function jsonOf(object: ApiObject, props: object): object {
  const whole = { ...props, apiVersion: object.apiVersion, kind: object.kind, metadata: object.metadata.toJson() };
  const { apiVersion, kind, metadata, ...rest } = resolved(whole, object) as typeof whole;
  return Object.assign({ apiVersion, kind, metadata }, said(rest));
}
