import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import { containersIn, isOurs, type PodSpec } from './pod-specs';

/** What a kubelet is told to ask or call in a pod of ours where nobody says that he listens; and names of no port. */
export function wrongPorts({ manifest, spec }: PodSpec): readonly Problem[] {
  const fields = [...unnamedPorts(spec), ...(isOurs(manifest) ? undeclaredPorts(spec) : [])];
  return fields.map((field) => ({
    construct: manifest.construct,
    prop: field.toString(),
    wrong: 'is no port of the pod',
    got: field.peek(),
    expected: `one of ${portsIn(spec).map(shownPort).join(', ')}.`,
    fix: 'write one of them, or add it to the ports of the container: container: { ports: […] }.',
  }));
}

/** Ports by number that no container of the pod declares, though the one that is asked declares others. */
export function undeclaredPorts(spec: Field): readonly Field[] {
  const declared = portsIn(spec).map(({ number }) => number);
  return containersIn(spec)
    .filter((container) => container.at('ports').peekItems().length > 0)
    .flatMap((container) => [...probes, ...hooks].flatMap((path) => portsAt(container.at(...path))))
    .filter((field) => typeof field.peek() === 'number' && !declared.includes(field.peek()));
}

/** A probe's is read, and told by whoever reads it. */
function unnamedPorts(spec: Field): readonly Field[] {
  return containersIn(spec).flatMap((container) => {
    const names = container
      .at('ports')
      .peekItems()
      .map((port) => port.at('name').peek());
    return hooks
      .flatMap((path) => portsAt(container.at(...path)))
      .filter((field) => typeof field.peek() === 'string' && !names.includes(field.peek()));
  });
}

const probes = [['startupProbe'], ['livenessProbe'], ['readinessProbe']];
const hooks = [
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

/** Of a handler that asks the pod itself. */
function portsAt(handler: Field): readonly Field[] {
  if (!handler.exists) return [];
  return ['httpGet', 'tcpSocket', 'grpc']
    .map((way) => handler.at(way))
    .filter((way) => way.exists && !way.at('host').exists)
    .map((way) => way.at('port'));
}

interface Port {
  readonly number: unknown;
  readonly name: unknown;
}

function portsIn(spec: Field): readonly Port[] {
  return containersIn(spec)
    .flatMap((container) => container.at('ports').peekItems())
    .map((port) => ({ number: port.at('containerPort').peek(), name: port.at('name').peek() }));
}

function shownPort({ number, name }: Port): string {
  return name === undefined ? String(number) : `${number} (${name})`;
}
