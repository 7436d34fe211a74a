import { nearest } from '../checks/nearest';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';

/** Where an Ingress leads to no Service of the app, or to a port that the Service has not. */
export function backendRemarks(manifests: readonly Manifest[]): readonly string[] {
  const services = manifests.filter(({ apiVersion, kind }) => `${apiVersion}/${kind}` === 'v1/Service');
  const ingresses = manifests.filter(({ kind }) => kind === 'Ingress');
  const remarks = ingresses.flatMap((ingress) => {
    const near = services.filter(({ namespace }) => namespace === ingress.namespace);
    return backendsOf(ingress.root.at('spec')).flatMap((backend) => remarkOf(ingress, backend, near));
  });
  return [...new Set(remarks)];
}

function backendsOf(spec: Field): readonly Field[] {
  const paths = spec
    .at('rules')
    .peekItems()
    .flatMap((rule) => rule.at('http', 'paths').peekItems());
  return [spec.at('defaultBackend'), ...paths.map((path) => path.at('backend'))].map((backend) =>
    backend.at('service'),
  );
}

function remarkOf({ namespace, name }: Manifest, backend: Field, services: readonly Manifest[]): readonly string[] {
  const wanted = backend.at('name').peek();
  if (typeof wanted !== 'string') return [];
  const service = services.find((one) => one.name === wanted);
  const whose = `Ingress: ${namespace}/${name} leads to`;
  if (!service) {
    const meant = nearest(
      wanted,
      services.map((one) => one.name),
    );
    return [
      `${whose} the Service ${wanted}, which is not made here${meant === undefined ? '' : `: did you mean ${meant}?`}`,
    ];
  }
  const ports = service.root.at('spec', 'ports').peekItems();
  const port = backend.at('port', 'name').peek() ?? backend.at('port', 'number').peek();
  const isThere = ports.some((one) => [one.at('name').peek(), one.at('port').peek()].includes(port));
  if (port === undefined || isThere) return [];
  return [`${whose} the port ${port} of the Service ${wanted}, which has ${ports.map(shownPort).join(', ')}`];
}

function shownPort(port: Field): string {
  const name = port.at('name').peek();
  return name === undefined ? `${port.at('port').peek()}` : `${port.at('port').peek()} (${name})`;
}
