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

/** What Ingresses let in. A laptop lets nobody in by them: they are looked at, not read. */
export function readEntrances(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly Entrance[] {
  const ingresses = manifests.filter(
    ({ kind, apiVersion }) => `${apiVersion}/${kind}` === 'networking.k8s.io/v1/Ingress',
  );
  return ingresses.flatMap(({ root, namespace }) =>
    root
      .at('spec', 'rules')
      .peekItems()
      .flatMap((rule) =>
        rule
          .at('http', 'paths')
          .peekItems()
          .flatMap((path) => entrance(rule, path, namespace, workloads)),
      ),
  );
}

function entrance(rule: Field, path: Field, namespace: string, workloads: readonly Workload[]): readonly Entrance[] {
  const service = path.at('backend', 'service');
  const name = service.at('name');
  const host = rule.at('host');
  return workloads.flatMap((workload) => {
    const door = workload.answersTo.find((one) => one.namespace === namespace && one.name === name.peek());
    if (!door) return [];
    const port = door.ports.find((one) => isMeant(one, service.at('port')))?.target;
    return [{ field: host.exists ? host : name, path: String(path.at('path').peek() ?? '/'), workload, port }];
  });
}

function isMeant({ field, port }: ServicePort, wanted: Field): boolean {
  const name = wanted.at('name').peek();
  return name === undefined ? wanted.at('number').peek() === port : field.at('name').peek() === name;
}
