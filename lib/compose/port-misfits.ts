import type { Workload } from '../workloads/workload';
import { type Misfit, unknownName } from './misfit';
import { declaredPort, portsIn } from './ports';

/** Where a pod is on the network of the machine, its ports are the machine's already. */
export function noNetwork({ pod, local: { publish } }: Workload): readonly Misfit[] {
  if (publish === undefined || !pod.shares.networkWithHost) return [];
  const wrong = 'is given to a pod on the network of the machine, whose ports are there already';
  const expected = 'a pod without hostNetwork.';
  return [{ prop: 'local.publish', wrong, got: publish, expected, fix: 'leave it out.' }];
}

export function noPort(workload: Workload): readonly Misfit[] {
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
export function noNamedPort(workload: Workload): readonly Misfit[] {
  const { publish } = workload.local;
  const ports = portsIn(workload);
  const names = ports.flatMap(({ field }) => field.at('name').peek() ?? []).map(String);
  return (typeof publish === 'object' ? publish : []).flatMap(({ port }, index) =>
    typeof port === 'number' || declaredPort(ports, port)
      ? []
      : [unknownName(`local.publish[${index}].port`, 'is the name of no port of the pod', port, names)],
  );
}
