import { isDeepStrictEqual } from 'node:util';
import { type ApiObject, App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';

/** An object as it is in `dist/`. */
export interface PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
}

type Typed = new (scope: Chart, id: string, props: unknown) => ApiObject;

/** The typed class of the object's kind and its props; none where the schema cannot say all that the object says. */
export function typedProps(object: PlainObject): { readonly Typed: Typed; readonly props: unknown } | undefined {
  const Typed = (k8s as unknown as Record<string, Typed>)[className(object)];
  if (!Typed) return undefined;
  const { apiVersion: _, kind: __, ...said } = object;
  const props = withTypes(said, []);
  const written = new Typed(new Chart(new App(), 'c'), 'o', props).toJson();
  return isDeepStrictEqual(written, object) ? { Typed, props } : undefined;
}

/** The schema's newest version of a kind has the plain name, but for the autoscaler. */
function className({ apiVersion, kind }: PlainObject): string {
  return apiVersion === 'autoscaling/v2' ? `Kube${kind}V2` : `Kube${kind}`;
}

/** A quantity or a port that may have a name is an object in the typed classes. */
function withTypes(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withTypes(item, path));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTypes(item, [...path, key])]));
  const place = path.slice(-2).join('/');
  if (typeof value === 'string' && quantities.test(place)) return k8s.Quantity.fromString(value);
  if (!intOrStrings.test(place)) return value;
  return typeof value === 'number' ? k8s.IntOrString.fromNumber(value) : k8s.IntOrString.fromString(String(value));
}

const quantities = /(?:requests|limits)\/[\w.-]+$|\/sizeLimit$|\/divisor$/;
const intOrStrings =
  /(?:httpGet|tcpSocket)\/port$|\/targetPort$|(?:egress|ingress|)\/ports\/port$|\/max(?:Unavailable|Surge)$|\/minAvailable$/;
