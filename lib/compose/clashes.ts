import type { Problem } from '../checks/problem';
import { secretsIn } from '../workloads/text';
import type { Workload } from '../workloads/workload';
import type { Port, Service } from './compose-file';
import { secretPath } from './files';
import type { Asset } from './fragment';

/** A service and the workload it is of. */
export interface Named {
  readonly name: string;
  readonly service: Service;
  readonly workload: Workload;
}

/** What would be silently lost or overwritten: services of a name, ports of the laptop, images, a file out of place. */
export function clashes(services: readonly Named[], assets: readonly Asset[]): readonly Problem[] {
  const published = services.flatMap(({ service, workload }) =>
    (service.ports ?? []).map((port) => ({ port, workload })),
  );
  const built = services.filter(({ service }) => service.build);
  return [
    ...repeated(services, ({ name }) => name).map(sameName),
    ...repeated(published, ({ port }) => `${port.published}/${port.protocol}`).map(samePort),
    ...repeated(published, ({ port }) => port.variable).map(sameVariable),
    ...repeated(built, ({ service }) => service.image ?? '')
      .filter(differs)
      .map(sameImage),
    ...[...new Set(assets.flatMap(pathsOf))].filter(isOutOfPlace).map(outOfPlace),
  ];
}

type Pair<T> = readonly [first: T, second: T];

function repeated<T>(things: readonly T[], by: (thing: T) => string): readonly Pair<T>[] {
  const first = new Map<string, T>();
  return things.flatMap((thing) => {
    const other = first.get(by(thing));
    if (other === undefined) first.set(by(thing), thing);
    return other === undefined ? [] : [[other, thing] as const];
  });
}

function sameName([first, second]: Pair<Named>): Problem {
  return {
    construct: second.workload.construct,
    prop: 'name',
    wrong: `becomes a Compose service that ${first.workload.construct} is already`,
    got: second.name,
    expected: 'names of workloads that are not also the name of a container of another, as in <workload>-<container>.',
    fix: 'give one of the two another id.',
  };
}

interface Published {
  readonly port: Port;
  readonly workload: Workload;
}

function samePort([first, second]: Pair<Published>): Problem {
  return {
    construct: second.workload.construct,
    prop: 'local.publish',
    wrong: `is published by ${first.workload.construct} too`,
    got: second.port.published,
    expected: 'a port of this machine for each.',
    fix: 'choose another port for one of the two.',
  };
}

function sameVariable([first, second]: Pair<Published>): Problem {
  return {
    construct: second.workload.construct,
    prop: 'local.publish',
    wrong: `would be changed by \${${second.port.variable}}, as is a port of ${first.workload.construct}`,
    got: second.port.published,
    expected: 'each port of a pod once, and a variable for each.',
    fix: 'leave one of the two out, or give one of the workloads another id.',
  };
}

function differs([first, second]: Pair<Named>): boolean {
  return JSON.stringify(first.service.build) !== JSON.stringify(second.service.build);
}

function sameImage([first, second]: Pair<Named>): Problem {
  return {
    construct: second.workload.construct,
    prop: 'local.build',
    wrong: `builds the image ${second.service.image} otherwise than ${first.workload.construct} does`,
    got: second.service.build,
    expected: 'one build of an image.',
    fix: 'give both the same build, or one of them another image.',
  };
}

/** Its own, and those of the secrets that its variables are made of. */
function pathsOf(asset: Asset): readonly string[] {
  const secrets = 'variables' in asset ? Object.values(asset.variables).flatMap(secretsIn) : [];
  return [asset.path, ...secrets.map(secretPath)];
}

function isOutOfPlace(path: string): boolean {
  const [, ...parts] = path.split('/');
  return parts.some((part) => ['', '.', '..'].includes(part) || part.includes('\0'));
}

function outOfPlace(path: string): Problem {
  return {
    construct: path.replaceAll('\0', '\\0'),
    prop: 'name',
    wrong: 'would lie outside its folder',
    expected: 'names of Secrets and ConfigMaps, and keys, of letters, digits, "-", "_" and ".".',
    fix: 'correct the name or the key.',
  };
}
