import { either, integer, oneOf } from '../checks/check';
import { image } from '../checks/image';
import { databaseName, storageClassName } from '../checks/name';
import { allowFrom } from '../checks/peers';
import { podRules } from '../checks/pod';
import type { Finding } from '../checks/problem';
import { optional, type Rules, shape } from '../checks/props';
import { resources } from '../checks/resources';
import { size } from '../checks/size';
import type { Peer } from '../connections/peer';
import type { PodProps } from '../pods/pod-props';
import type { ContainerResources, SizeQuantity } from '../pods/resources';
import type { Spread } from '../pods/spread';
import { aBudget, type DisruptionBudget } from './disruption-budget';
import { type MongoLocalOptions, mongoLocalOptions } from './mongo-local-options';

export interface StatefulMongoProps extends PodProps {
  /**
   * Image of the 7.0 line, with a tag.
   *
   * @default mongo:7.0.15
   */
  readonly image?: string;
  /**
   * Database of the application, which its user `app` may read and write.
   *
   * @default app
   */
  readonly database?: string;
  /**
   * Size of the member's volume. A StatefulSet cannot change it later.
   *
   * @default 20Gi
   */
  readonly storage?: SizeQuantity;
  /**
   * StorageClass of the volume.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
  /**
   * Number of the replica set's members. More than one is still to come.
   *
   * @default 1
   */
  readonly members?: 1;
  /**
   * CPU, memory and disk of mongod; half of the memory above 1Gi is its cache. A `limit` of CPU or disk may be `'none'`.
   *
   * @default - cpu 500m to 1, memory 2Gi, ephemeralStorage 64Mi to 256Mi
   */
  readonly resources?: ContainerResources;
  /**
   * How far members keep from each other, over zones and nodes. With `'required'` no two are on one node.
   *
   * @default preferred
   */
  readonly spread?: Spread;
  /**
   * How many members may be away at once while nodes are emptied.
   *
   * @default - maxUnavailable 1, and what is broken anyway may always go
   */
  readonly disruptionBudget?: DisruptionBudget | 'none';
  /**
   * How long a member may take to end, in seconds: it steps down, answers and writes what it has in memory.
   *
   * @default 120
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Clients that this app does not make.
   *
   * @default - none
   */
  readonly allowFrom?: readonly Peer[];
  /**
   * What only a laptop needs.
   *
   * @default - no port is published, and the database begins empty
   */
  readonly local?: MongoLocalOptions;
}

export const defaultResources: ContainerResources = {
  cpu: { request: '500m', limit: '1' },
  memory: { request: '2Gi', limit: '2Gi' },
  ephemeralStorage: { request: '64Mi', limit: '256Mi' },
};

export const rules: Rules<StatefulMongoProps> = {
  ...podRules,
  image: optional(image),
  database: optional(databaseName),
  storage: optional(size),
  storageClassName: optional(storageClassName),
  members: optional(integer(1, 1, ': more than one is still to come')),
  resources: optional(resources(defaultResources)),
  spread: optional(oneOf('preferred', 'required', 'none')),
  disruptionBudget: optional(either(oneOf('none'), aBudget)),
  allowFrom: optional(allowFrom),
  local: optional(shape(mongoLocalOptions)),
};

/** A replica set knows how many members it has: more of them on a laptop would not be its own. */
export function membersHere({ members = 1, local }: StatefulMongoProps): readonly Finding[] {
  const replicas = local?.replicas ?? 1;
  if (replicas <= members) return [];
  const expected = `at most ${members}, the number of members`;
  return [
    { prop: 'local.replicas', wrong: 'is more than it has members', got: replicas, expected, fix: 'leave it out' },
  ];
}
