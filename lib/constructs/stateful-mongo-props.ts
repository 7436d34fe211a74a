import { either, inTurn, integer, oneOf } from '../checks/check';
import { found } from '../checks/finding';
import { image, partsOf } from '../checks/image';
import { databaseName, storageClassName } from '../checks/name';
import { allowFrom } from '../checks/peers';
import { podRules } from '../checks/pod';
import type { Finding } from '../checks/problem';
import { optional, type Rules, shape } from '../checks/props';
import { resources } from '../checks/resources';
import { bytesOf, dataSize } from '../checks/size';
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
  image: optional(inTurn(image, mongoImage)),
  database: optional(databaseName),
  storage: optional(dataSize),
  storageClassName: optional(storageClassName),
  members: optional(integer(1, 1, ': more than one is still to come')),
  resources: optional(resources(defaultResources)),
  spread: optional(oneOf('preferred', 'required', 'none')),
  disruptionBudget: optional(either(oneOf('none'), aBudget)),
  allowFrom: optional(allowFrom),
  local: optional(shape(mongoLocalOptions)),
};

/** The scripts beside it speak with mongod of this line. Under another name, an image is a patch of the container. */
function mongoImage(value: unknown): readonly Finding[] {
  const { name, tag } = partsOf(String(value));
  const fix = `write such a one, or container: { image: … } for one that you know to be of that line.`;
  if (!/mongo/.test(name)) return found(value, 'is no MongoDB by its name', 'an image such as mongo:7.0.15.', fix);
  if (tag === undefined || !/^\d/.test(tag) || /^7(?:\.0)?(?!\d|\.[1-9])/.test(tag)) return [];
  return found(value, 'is not of the 7.0 line by its tag', 'an image such as mongo:7.0.15.', fix);
}

/** What is right by itself and wrong beside something else. */
export function wrongTogether(props: StatefulMongoProps): readonly Finding[] {
  return [...membersHere(props), ...tooLittleMemory(props)];
}

/** mongod gives its cache 256 MiB at least: https://www.mongodb.com/docs/manual/core/wiredtiger/#memory-use. */
function tooLittleMemory({ resources }: StatefulMongoProps): readonly Finding[] {
  const got = resources?.memory?.limit;
  const bytes = bytesOf(got);
  if (bytes === undefined || bytes >= 256n << 20n) return [];
  const wrong = 'is less than the cache of mongod alone, so that it would be killed';
  return [{ prop: 'resources.memory.limit', wrong, got, expected: 'at least "256Mi".', fix: 'write "1Gi".' }];
}

/** A replica set knows how many members it has: more of them on a laptop would not be its own. */
function membersHere({ members = 1, local }: StatefulMongoProps): readonly Finding[] {
  const replicas = local?.replicas ?? 1;
  if (replicas <= members) return [];
  const expected = `at most ${members}, the number of members`;
  return [
    { prop: 'local.replicas', wrong: 'is more than it has members', got: replicas, expected, fix: 'leave it out' },
  ];
}
