import { type Field, UnreadableField } from '../manifests/field';
import { parseQuantity, wholeParts } from '../units/quantity';
import type { PodIdentity } from './read-container';

/**
 * What a container may use, in parts of the divisor, rounded up as a kubelet rounds; undefined, and left unread, where
 * there is no limit: in a cluster it is then all that the node has.
 */
export function readResourceField(source: Field, pod: PodIdentity, own?: Field): string | undefined {
  const resources = containerOf(source, pod, own)?.at('resources');
  const [, list = '', resource = ''] = /^(limits|requests)\.(.+)$/.exec(String(source.at('resource').peek())) ?? [];
  const quantity =
    resources?.at(list, resource).peek() ?? (list === 'requests' ? requestOf(resources, resource) : undefined);
  if (quantity === undefined || quantity === null) return undefined;
  const divisor = source.at('divisor');
  for (const leaf of source.leaves()) leaf.tryScalar();
  return String(wholeParts(parsed(String(quantity), source), parsed(String(divisor.peek() ?? '1'), divisor)));
}

function containerOf(source: Field, { spec }: PodIdentity, own: Field | undefined): Field | undefined {
  const name = source.at('containerName').peek();
  if (name === undefined) return own;
  const containers = [...spec.at('initContainers').items(), ...spec.at('containers').items()];
  return containers.find((container) => container.at('name').peek() === name);
}

/** Kubernetes takes a limit for a request that nobody makes, and nothing for one without either. */
function requestOf(resources: Field | undefined, resource: string): unknown {
  return resources && resource ? (resources.at('limits', resource).peek() ?? '0') : undefined;
}

function parsed(text: string, field: Field) {
  const quantity = parseQuantity(text);
  if (!quantity) throw new UnreadableField(field, 'a quantity, such as 1m or 1Mi');
  return quantity;
}
