import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import { bare, mapAt, mapsAt } from './bare';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';

/** What a kubelet is told to ask or call in a pod of ours where nobody says that he listens; and names of no port. */
export function wrongPorts({ manifest, isOurs, containers }: PodSpec): readonly Problem[] {
  const fields = [...containers.flatMap(unnamedPorts), ...(isOurs ? undeclaredPorts(containers) : [])];
  const ports = containers.flatMap(portsIn);
  return fields.map((field) => ({
    construct: manifest.construct,
    prop: field.toString(),
    wrong: 'is no port of the pod',
    got: field.peek(),
    ...adviceOn(ports),
  }));
}

/** Ports by number that no container of the pod declares, though the one that is asked declares others. */
export function undeclaredPorts(containers: readonly Part[]): readonly Field[] {
  const declared = containers.flatMap(portsIn).map(({ number }) => number);
  return containers
    .filter(({ said }) => mapsAt(said, 'ports').length > 0)
    .flatMap((container) => portsAsked(container, handlers))
    .filter((field) => typeof field.peek() === 'number' && !declared.includes(field.peek()));
}

/** A probe's is read, and told by whoever reads it. */
function unnamedPorts(container: Part): readonly Field[] {
  const names = portsIn(container).map(({ name }) => name);
  return portsAsked(container, hooks).filter(
    (field) => typeof field.peek() === 'string' && !names.includes(field.peek()),
  );
}

const hooks = [
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];
const handlers = [['startupProbe'], ['livenessProbe'], ['readinessProbe'], ...hooks];
const ways = ['httpGet', 'tcpSocket', 'grpc'];

/** Of handlers that ask the pod itself. */
function portsAsked({ said, field }: Part, paths: readonly (readonly string[])[]): readonly Field[] {
  return paths.flatMap((path) => {
    const handler = path.reduce(mapAt, said);
    const asked = ways.filter((way) => handler[way] != null && bare(handler[way]).host == null);
    return asked.map((way) => field.at(...path, way, 'port'));
  });
}

interface Port {
  readonly number: unknown;
  readonly name: unknown;
}

function portsIn({ said }: Part): readonly Port[] {
  return mapsAt(said, 'ports').map(({ containerPort, name }) => ({ number: containerPort, name }));
}

function adviceOn(ports: readonly Port[]): Pick<Problem, 'expected' | 'fix'> {
  const added = 'add it to the ports of the container: container: { ports: […] }.';
  return ports.length > 0
    ? { expected: `one of ${ports.map(shownPort).join(', ')}.`, fix: `write one of them, or ${added}` }
    : { expected: 'a port that a container declares, and none declares one.', fix: added };
}

function shownPort({ number, name }: Port): string {
  return name === undefined ? String(number) : `${number} (${name})`;
}
