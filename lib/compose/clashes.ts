import type { Problem } from '../checks/problem';
import type { Workload } from '../workloads/workload';
import type { Asset } from './fragment';

/** A service and the workload it is of. */
export interface Named {
  readonly service: string;
  readonly workload: Workload;
}

/** What would be silently lost or overwritten: two services of a name, two that publish a port, a file out of place. */
export function clashes(services: readonly Named[], assets: readonly Asset[]): readonly Problem[] {
  const publishers = [...new Set(services.map(({ workload }) => workload))].filter(({ local }) => local.publish);
  return [
    ...repeated(services, ({ service }) => service).map(([first, second]) => sameName(first, second)),
    ...repeated(publishers, ({ local }) => String(local.publish)).map(([first, second]) => samePort(first, second)),
    ...publishers.filter(({ pod }) => !pod.containers[0]?.ports.length).map(noPort),
    ...assets.filter(({ path }) => path.split('/').some((part) => part === '..' || part === '')).map(outOfPlace),
  ];
}

function repeated<T>(things: readonly T[], by: (thing: T) => string): readonly (readonly [T, T])[] {
  const first = new Map<string, T>();
  return things.flatMap((thing) => {
    const other = first.get(by(thing));
    if (other === undefined) first.set(by(thing), thing);
    return other === undefined ? [] : [[other, thing] as const];
  });
}

function sameName(first: Named, second: Named): Problem {
  return {
    construct: second.workload.construct,
    prop: 'name',
    wrong: `becomes a Compose service that ${first.workload.construct} is already`,
    got: second.service,
    expected: 'names of workloads that are not also the name of a container of another, as in <workload>-<container>.',
    fix: 'give one of the two another id.',
  };
}

function samePort(first: Workload, second: Workload): Problem {
  return {
    construct: second.construct,
    prop: 'local.publish',
    wrong: `is published by ${first.construct} too`,
    got: second.local.publish,
    expected: 'a port of this machine for each.',
    fix: 'choose another port for one of the two.',
  };
}

function noPort({ construct, local }: Workload): Problem {
  return {
    construct,
    prop: 'local.publish',
    wrong: 'is given to a workload that listens on no port',
    got: local.publish,
    expected: 'a container with a port.',
    fix: 'leave it out, or declare the port of the container.',
  };
}

function outOfPlace({ path }: Asset): Problem {
  return {
    construct: path,
    prop: 'name',
    wrong: 'would lie outside its folder',
    expected: 'names of Secrets and ConfigMaps, and keys, of letters, digits, "-", "_" and ".".',
    fix: 'correct the name or the key.',
  };
}
