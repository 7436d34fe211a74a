import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { PodIdentity } from './read-container';
import { portNumber } from './read-probe';
import type { Surroundings } from './surroundings';
import type { HostName, Pod, ServicePort } from './workload';

/** The forms under which a cluster's DNS knows a name, nearest first. */
export function formsOf(name: HostName): readonly string[] {
  const full = `${name.name}.${name.namespace}`;
  return [name.name, full, `${full}.svc`, `${full}.svc.cluster.local`];
}

/** The names of the Services that select the pod; behind a headless one, a pod with a stable name has its own too. */
export function readHostNames(
  pod: Pod,
  identity: PodIdentity,
  owner: Field,
  around: Surroundings,
): readonly HostName[] {
  return around
    .services(identity.namespace, pod)
    .filter((service) => !leadsElsewhere(service))
    .flatMap((service) => namesOf(service, pod, identity, owner));
}

/** An alias of a name outside selects nobody, whatever it says. */
function leadsElsewhere({ root }: Manifest): boolean {
  return root.at('spec', 'type').peek() === 'ExternalName';
}

function namesOf(service: Manifest, pod: Pod, identity: PodIdentity, owner: Field): readonly HostName[] {
  const { root: field, namespace, name } = service;
  const ports = field
    .at('spec', 'ports')
    .items()
    .map((port) => servicePort(port, identity.spec));
  const own: HostName = { field, namespace, name, ports };
  const headless = isHeadless(field.at('spec', 'clusterIP'));
  const subdomain = owner.at('spec', 'serviceName').tryText() ?? ownSubdomain(identity.spec);
  return headless && subdomain === name ? [own, { ...own, name: `${pod.hostname}.${name}` }] : [own];
}

/** Any other address is the cluster's own business. */
function isHeadless(clusterIP: Field): boolean {
  return clusterIP.peek() === 'None' && clusterIP.tryText() === 'None';
}

/** A pod that no StatefulSet names has a name there only where it says both parts of it. */
function ownSubdomain(spec: Field): string | undefined {
  return spec.at('hostname').exists ? spec.at('subdomain').tryText() : undefined;
}

/** Looked at, not read: Compose has no ports between services, and what it says of two that differ is another matter. */
function servicePort(field: Field, spec: Field): ServicePort {
  const port = field.at('port').unobserved().number();
  const target = field.at('targetPort').unobserved();
  if (!target.exists) return { field, port, target: port };
  const numbers = spec
    .at('containers')
    .items()
    .map((container) => portNumber(target, container));
  return { field, port, target: numbers.find((number) => !Number.isNaN(number)) };
}
