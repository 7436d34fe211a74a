import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { name } from '../checks/name';
import type { Reference } from '../connections/reference';
import type { WorkloadPolicy } from '../connections/workload-policy';
import { setUp } from '../local/given-local';
import { appUser, headlessDomain, memberPod, port, portName, replicaSet, secretName } from '../mongo/member';
import { mongoScripts } from '../mongo/script-files';
import { seedOf } from '../mongo/seed';
import { typedObject } from '../objects/typed-object';
import type { Identity } from '../pods/identity';
import { quantity, resourceRequirements, sizeText } from '../pods/resources';
import { spreadOver } from '../pods/spread';
import { accepted } from './accepted';
import { childId } from './child-id';
import { disruptionBudget } from './disruption-budget';
import { everyWorkload } from './every-workload';
import { serviceFor } from './service-for';
import { defaultResources, rules, type StatefulMongoProps, wrongTogether } from './stateful-mongo-props';

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
  /** None by `disruptionBudget: 'none'`. */
  readonly disruptionBudget?: k8s.KubePodDisruptionBudget;
  readonly policy: WorkloadPolicy;
  private readonly database: string;

  constructor(scope: Construct, id: string, given: StatefulMongoProps = {}) {
    super(scope, childId(scope, id));
    const props = accepted(this, given, rules, wrongTogether);
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
            spread: spreadOver(identity.selector, props.spread ?? 'preferred'),
          },
          props,
        ),
        volumeClaimTemplates: [dataClaim(props)],
      },
    };
    this.statefulSet = typedObject(k8s.KubeStatefulSet, this, 'stateful-set', statefulSet);
    const { disruptionBudget: budget } = props;
    if (budget !== 'none') this.disruptionBudget = disruptionBudget(this, identity, budget);
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
    return typedObject(k8s.KubeConfigMap, this, id, {
      metadata: { ...identity.metadata, name: `${identity.name}-${id}` },
      data,
    });
  }
}

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
