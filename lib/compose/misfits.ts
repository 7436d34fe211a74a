import { nearest } from '../checks/nearest';
import type { Problem } from '../checks/problem';
import type { Container, Workload } from '../workloads/workload';
import { containerOptions } from './container-options';
import { declaredPort, portsIn } from './ports';

/** What the laptop was told of something that the pod has not. */
export function misfits(workload: Workload): readonly Problem[] {
  return [noPort, noNamedPort, noContainer, noProbe, noReplicas]
    .flatMap((findings) => findings(workload))
    .map((finding) => ({ construct: workload.construct, ...finding }));
}

type Misfit = Omit<Problem, 'construct'>;

function noPort(workload: Workload): readonly Misfit[] {
  const { publish } = workload.local;
  if (typeof publish !== 'number' || portsIn(workload).length > 0) return [];
  return [
    {
      prop: 'local.publish',
      wrong: 'is given to a workload that listens on no port',
      got: publish,
      expected: 'a container with a port.',
      fix: `declare the port of the container, or say it: [{ port: 8000, hostPort: ${publish} }].`,
    },
  ];
}

/** A container can listen on a port that it does not declare: a number is taken as it is. */
function noNamedPort(workload: Workload): readonly Misfit[] {
  const { publish } = workload.local;
  const ports = portsIn(workload);
  const names = ports.flatMap(({ field }) => field.at('name').peek() ?? []).map(String);
  return (typeof publish === 'object' ? publish : []).flatMap(({ port }, index) =>
    typeof port === 'number' || declaredPort(ports, port)
      ? []
      : [unknown(`local.publish[${index}].port`, 'is the name of no port of the pod', port, names)],
  );
}

function noContainer({ local, pod }: Workload): readonly Misfit[] {
  const names = [...pod.initContainers, ...pod.containers].map(({ name }) => name);
  return Object.keys(local.containers ?? {}).flatMap((name) =>
    names.includes(name) ? [] : [unknown('local.containers', 'names a container that the pod has not', name, names)],
  );
}

function unknown(prop: string, wrong: string, got: string, names: readonly string[]): Misfit {
  const meant = nearest(got, names);
  const fix = meant === undefined ? 'write one of them.' : `did you mean ${meant}?`;
  const expected = names.length > 0 ? `one of ${names.join(', ')}.` : 'a number: none of its ports has a name.';
  return { prop, wrong, got, expected, fix: names.length > 0 ? fix : 'write the number of the port.' };
}

/** A program asks what a probe says; without one it would have nothing to ask. */
function noProbe(workload: Workload): readonly Misfit[] {
  const { pod } = workload;
  return [...pod.initContainers, ...pod.containers].flatMap((container) => {
    const { healthCheck } = containerOptions(container, workload);
    if (typeof healthCheck !== 'string' || healthCheck === 'none' || hasProbe(container)) return [];
    return [
      {
        prop: container === pod.containers[0] ? 'local.healthCheck' : `local.containers.${container.name}.healthCheck`,
        wrong: 'is given to a container without a probe, which says what to ask',
        got: healthCheck,
        expected: 'a container with a probe, or a command.',
        fix: "give the container a readinessProbe, or write a command: { exec: ['…'] }.",
      },
    ];
  });
}

function noReplicas({ kind, life, pods, local: { replicas = 1, publish } }: Workload): readonly Misfit[] {
  const refused = (wrong: string, expected: string, fix: string) => [
    { prop: 'local.replicas', wrong, got: replicas, expected, fix },
  ];
  if (replicas === 1) return [];
  if (life.runs !== 'always')
    return refused(`is given to a ${kind}, which runs when somebody runs it`, '1.', 'leave it out.');
  if (replicas > 1 && pods === 'one')
    return refused(`is given to a ${kind}, of which a machine runs one`, '0 or 1.', 'leave it out.');
  if (replicas <= 1 || pods === 'members' || publish === undefined) return [];
  return refused(
    'would have several pods behind one published port',
    '1, where local.publish is given.',
    'leave one of the two out.',
  );
}

function hasProbe({ probes: { startup, readiness, liveness } }: Container): boolean {
  return [startup, readiness, liveness].some((probe) => probe !== undefined);
}
