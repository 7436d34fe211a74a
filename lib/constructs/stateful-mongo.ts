import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { integer } from '../checks/check';
import { image } from '../checks/image';
import { databaseName, name, storageClassName } from '../checks/name';
import { allowFrom } from '../checks/peers';
import { podRules } from '../checks/pod';
import type { Finding } from '../checks/problem';
import { optional, type Rules, shape } from '../checks/props';
import { resources } from '../checks/resources';
import { size } from '../checks/size';
import type { Peer } from '../connections/peer';
import type { Reference } from '../connections/reference';
import type { WorkloadPolicy } from '../connections/workload-policy';
import { setUp } from '../local/local';
import { appUser, headlessDomain, memberPod, port, portName, replicaSet, secretName } from '../mongo/member';
import { mongoScripts } from '../mongo/script-files';
import { seedOf } from '../mongo/seed';
import type { Identity } from '../pods/identity';
import type { PodProps } from '../pods/pod-props';
import {
  type ContainerResources,
  quantity,
  resourceRequirements,
  type SizeQuantity,
  sizeText,
} from '../pods/resources';
import { accepted } from './accepted';
import { everyWorkload } from './every-workload';
import { type MongoLocalOptions, mongoLocalOptions } from './mongo-local-options';
import { withNewerFields } from './newer-fields';
import { serviceFor } from './service-for';

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
   * CPU and memory of mongod; half of the memory above 1Gi is its cache.
   *
   * @default - cpu 500m to 1, memory 2Gi
   */
  readonly resources?: ContainerResources;
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

/**
 * MongoDB as a replica set of one member with authentication, so that transactions and change streams work as in
 * production. Passwords and key file are in the Secret `<name>-secrets`, which nothing here makes: the summary of
 * `synth` says how to.
 */
export class StatefulMongo extends Construct {
  readonly statefulSet: k8s.KubeStatefulSet;
  readonly service: k8s.KubeService;
  readonly headlessService: k8s.KubeService;
  readonly scripts: k8s.KubeConfigMap;
  readonly members: k8s.KubeConfigMap;
  readonly serviceAccount?: k8s.KubeServiceAccount;
  readonly policy: WorkloadPolicy;
  private readonly database: string;

  constructor(scope: Construct, id: string, given: StatefulMongoProps = {}) {
    super(scope, id);
    const props = accepted(this, given, rules, membersHere);
    const { seed, ...local } = props.local ?? {};
    const { identity, serviceAccount, policy } = everyWorkload(this, {
      component: 'mongo',
      ...props,
      local: props.local && local,
      port,
      nameRule: name(52, 'labels of its pods are made of it'),
    });
    this.serviceAccount = serviceAccount;
    this.policy = policy;
    this.database = props.database ?? 'app';
    if (seed !== undefined) setUp(this, seedOf(seed, this.url().pieces));
    this.scripts = this.configMap('scripts', identity, mongoScripts);
    this.members = this.configMap('members', identity, { members: '1' });
    this.service = serviceFor(this, 'service', identity, { port, portName });
    this.headlessService = serviceFor(this, 'headless-service', identity, {
      name: `${identity.name}-headless`,
      port,
      portName,
      // A member must find its own name before it is ready.
      spec: { clusterIp: 'None', publishNotReadyAddresses: true },
    });
    const statefulSet: k8s.KubeStatefulSetProps = {
      metadata: identity.metadata,
      spec: {
        serviceName: `${identity.name}-headless`,
        replicas: 1,
        podManagementPolicy: 'Parallel',
        selector: { matchLabels: identity.selector },
        template: memberPod(
          {
            identity,
            image: props.image ?? 'mongo:7.0.15',
            database: this.database,
            resources: resourceRequirements(defaultResources, props.resources),
          },
          props,
        ),
        volumeClaimTemplates: [dataClaim(props)],
      },
    };
    this.statefulSet = withNewerFields(new k8s.KubeStatefulSet(this, 'stateful-set', statefulSet));
  }

  /**
   * `mongodb://…` with the user `app` and its password, for the `env` of a workload that uses the database. The
   * password comes from the Secret and is in no manifest.
   */
  url(): Reference {
    const { identity } = this.policy;
    const host = `${identity.name}-0.${headlessDomain(identity)}:${port}`;
    const options = `replicaSet=${replicaSet}&authSource=${this.database}`;
    return {
      pieces: [
        `mongodb://${appUser}:`,
        { secretName: secretName(identity), key: 'app-password', called: 'PASSWORD' },
        `@${host}/${this.database}?${options}`,
      ],
      leadsTo: this.policy,
    };
  }

  /** The host name of the client Service, for the `env` of a workload that makes its own URL. */
  host(): Reference {
    const { name, namespace } = this.policy.identity;
    return { pieces: [`${name}.${namespace}.svc.cluster.local`], leadsTo: this.policy };
  }

  /** The password of the user `app`, for the `env` of a workload that makes its own URL. */
  password(): Reference {
    const secret = { secretName: secretName(this.policy.identity), key: 'app-password', called: 'PASSWORD' };
    return { pieces: [secret], leadsTo: this.policy };
  }

  private configMap(id: string, identity: Identity, data: Readonly<Record<string, string>>): k8s.KubeConfigMap {
    return new k8s.KubeConfigMap(this, id, {
      metadata: { ...identity.metadata, name: `${identity.name}-${id}` },
      data,
    });
  }
}

const defaultResources: ContainerResources = {
  cpu: { request: '500m', limit: '1' },
  memory: { request: '2Gi', limit: '2Gi' },
};

function dataClaim({ storage = '20Gi', storageClassName }: StatefulMongoProps): k8s.KubePersistentVolumeClaimProps {
  return {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName,
      resources: { requests: { storage: quantity(sizeText(storage)) } },
    },
  };
}

const rules: Rules<StatefulMongoProps> = {
  ...podRules,
  image: optional(image),
  database: optional(databaseName),
  storage: optional(size),
  storageClassName: optional(storageClassName),
  members: optional(integer(1, 1, ': more than one is still to come')),
  resources: optional(resources(defaultResources)),
  allowFrom: optional(allowFrom),
  local: optional(shape(mongoLocalOptions)),
};

/** A replica set knows how many members it has: more of them on a laptop would not be its own. */
function membersHere({ members = 1, local }: StatefulMongoProps): readonly Finding[] {
  const replicas = local?.replicas ?? 1;
  if (replicas <= members) return [];
  const expected = `at most ${members}, the number of members`;
  return [
    { prop: 'local.replicas', wrong: 'is more than it has members', got: replicas, expected, fix: 'leave it out' },
  ];
}
