import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { ServicePort, Workload } from './workload';

/** A path by which the world outside reaches a port of a workload. */
export interface Entrance {
  /** The leaf that says by which host name, or else to which Service. */
  readonly field: Field;
  readonly path: string;
  readonly workload: Workload;
  /** Where the pod listens; unknown where the Service has no such port. */
  readonly port?: number;
}

/** What Ingresses and HTTPRoutes let in. A laptop lets nobody in by them: they are looked at, not read. */
export function readEntrances(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly Entrance[] {
  return manifests.flatMap(({ apiVersion, kind, root, namespace }) => {
    const id = `${apiVersion}/${kind}`;
    const ways = Object.hasOwn(waysIn, id) ? (waysIn[id]?.(root) ?? []) : [];
    return ways.flatMap((way) => entrances(way, namespace, workloads));
  });
}

/** From a host and a path to a port of a Service. */
interface WayIn {
  /** Of the first path the host, so that it stands out; of another the path itself. */
  readonly leaf: Field;
  readonly path: Field;
  readonly service: Field;
  /** By its number or its name. */
  readonly port: unknown;
}

const waysIn: Readonly<Record<string, (root: Field) => readonly WayIn[]>> = {
  'networking.k8s.io/v1/Ingress': (root) =>
    root
      .at('spec', 'rules')
      .peekItems()
      .flatMap((rule) =>
        rule
          .at('http', 'paths')
          .peekItems()
          .map((entry, index) => {
            const path = entry.at('path');
            const service = entry.at('backend', 'service');
            const port = service.at('port', 'name').peek() ?? service.at('port', 'number').peek();
            return { leaf: index === 0 ? rule.at('host') : path, path, service: service.at('name'), port };
          }),
      ),
  'gateway.networking.k8s.io/v1/HTTPRoute': (root) =>
    root
      .at('spec', 'rules')
      .peekItems()
      .flatMap((rule, index) => {
        const path = rule.at('matches', 0, 'path', 'value');
        const leaf = index === 0 ? root.at('spec', 'hostnames', 0) : path;
        return rule
          .at('backendRefs')
          .peekItems()
          .map((to) => ({
            leaf,
            path,
            service: to.at('name'),
            port: to.at('port').peek(),
          }));
      }),
};

function entrances(
  { leaf, path, service, port }: WayIn,
  namespace: string,
  workloads: readonly Workload[],
): readonly Entrance[] {
  return workloads.flatMap((workload) => {
    const door = workload.answersTo.find((one) => one.namespace === namespace && one.name === service.peek());
    if (!door) return [];
    const target = door.ports.find((one) => isMeant(one, port))?.target;
    return [{ field: leaf.exists ? leaf : service, path: String(path.peek() ?? '/'), workload, port: target }];
  });
}

function isMeant({ field, port }: ServicePort, wanted: unknown): boolean {
  return port === wanted || field.at('name').peek() === wanted;
}
