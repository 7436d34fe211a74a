import { type ApiObject, type App, Chart } from 'cdk8s';
import { Field } from './field';
import { inOrder } from './order';
import { Place } from './place';

/** One synthesized Kubernetes object and the construct it came from. */
export interface Manifest {
  /** Path of the construct in the tree, such as `orders/api/deployment`. */
  readonly construct: string;
  /** The chart it is written with. */
  readonly chart: Chart;
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty for an object without a namespace. */
  readonly namespace: string;
  readonly name: string;
  readonly root: Field;
  readonly object: Readonly<Record<string, unknown>>;
}

/** Every object of the app, charts and objects in the order of their dependencies. Each is synthesized once. */
export function readApp(app: App): readonly Manifest[] {
  const place = new Place();
  return inOrder(app).map((object) => manifestOf(object.node.path, Chart.of(object), jsonOf(object), place));
}

/** Any object as a manifest. `construct` says where it is from; `place` is that of an app's roots. */
export function manifestOf(construct: string, chart: Chart, object: Manifest['object'], place?: Place): Manifest {
  const root = Field.root(construct, object, place);
  return {
    construct,
    chart,
    apiVersion: root.at('apiVersion').text(),
    kind: root.at('kind').text(),
    namespace: root.at('metadata', 'namespace').tryText() ?? '',
    name: root.at('metadata', 'name').text(),
    root,
    object,
  };
}

/** An object that cdk8s could not make a manifest of. */
export class UnwritableObject extends Error {
  constructor(
    readonly construct: string,
    cause: unknown,
  ) {
    super(String(cause instanceof Error ? cause.message : cause).replace(/^.* with name '[^']*': (?:Error: )?/s, ''), {
      cause,
    });
  }
}

function jsonOf(apiObject: ApiObject): Record<string, unknown> {
  try {
    return apiObject.toJson();
  } catch (error) {
    throw new UnwritableObject(apiObject.node.path, error);
  }
}
