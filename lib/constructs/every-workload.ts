import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { within } from '../checks/check';
import { ownNamespace } from '../checks/name';
import type { Check, Problem } from '../checks/problem';
import type { Egress } from '../connections/egress';
import { type Env, referencesIn } from '../connections/env';
import type { Peer } from '../connections/peer';
import { isReference, type Reference } from '../connections/reference';
import { WorkloadPolicy } from '../connections/workload-policy';
import { local } from '../local/local';
import type { LocalOptions } from '../local/local-options';
import { type Identity, identityOf } from '../pods/identity';
import { record } from './accepted';

export interface WorkloadOptions {
  /** The role of the workload in its label `app.kubernetes.io/component`. */
  readonly component: string;
  /** What the workload's name must be, for the names made of it. */
  readonly nameRule: Check;
  readonly port?: number;
  readonly env?: Env;
  readonly egress?: readonly Egress[];
  readonly allowFrom?: readonly Peer[];
  readonly local?: LocalOptions;
}

export interface WorkloadObjects {
  readonly identity: Identity;
  readonly serviceAccount: k8s.KubeServiceAccount;
  readonly policy: WorkloadPolicy;
}

/** What every workload has beside its pods: a name, an account of its own without a token, and a closed door. */
export function everyWorkload(construct: Construct, options: WorkloadOptions): WorkloadObjects {
  const { component, port, env = {}, egress = [], allowFrom = [] } = options;
  const identity = identityOf(construct, component);
  const serviceAccount = new k8s.KubeServiceAccount(construct, 'service-account', {
    metadata: identity.metadata,
    automountServiceAccountToken: false,
  });
  const policy = new WorkloadPolicy(construct, identity, port, { egress, allowFrom });
  for (const { leadsTo } of referencesIn(env)) if (leadsTo) policy.connectTo(leadsTo);
  if (options.local) local(construct, options.local);
  record(construct, () => [
    ...misnamed(construct, identity, options.nameRule),
    ...misledSecrets(construct, policy, env),
  ]);
  return { identity, serviceAccount, policy };
}

export interface ServiceOptions {
  /** @default - the workload's name */
  readonly name?: string;
  readonly port: number;
  readonly portName: string;
  readonly spec?: k8s.ServiceSpec;
}

/** A Service that leads to the workload's pods, with the same port outside as inside. */
export function serviceFor(
  construct: Construct,
  id: string,
  identity: Identity,
  options: ServiceOptions,
): k8s.KubeService {
  const { name = identity.name, port, portName, spec } = options;
  return new k8s.KubeService(construct, id, {
    metadata: { ...identity.metadata, name },
    spec: {
      ...spec,
      selector: identity.selector,
      ports: [{ name: portName, port, targetPort: k8s.IntOrString.fromString(portName), protocol: 'TCP' }],
    },
  });
}

function misnamed({ node }: Construct, { name, namespace }: Identity, nameRule: Check): readonly Problem[] {
  const findings = [...within('id', nameRule(name)), ...within('namespace', ownNamespace(namespace))];
  return findings.map((finding) => ({ construct: node.path, ...finding }));
}

/**
 * A Secret is of the pod's own namespace. A reference that leads to another one needs a copy there, and there is no
 * room for it where a workload of the same name has a Secret of that name already.
 */
function misledSecrets(construct: Construct, policy: WorkloadPolicy, env: Env): readonly Problem[] {
  const { namespace } = policy.identity;
  const others = Object.entries(env).filter(
    ([, value]) => isReference(value) && value.leadsTo && value.leadsTo.identity.namespace !== namespace,
  ) as [string, Reference][];
  if (others.length === 0) return [];
  const policies = construct.node.root.node.findAll().filter((other) => other instanceof WorkloadPolicy);
  return others.flatMap(([name, { leadsTo, pieces }]) => {
    const twin = policies.find(
      ({ identity }) => identity.namespace === namespace && identity.name === leadsTo?.identity.name,
    );
    const secret = pieces.find((piece) => typeof piece !== 'string');
    return twin && secret ? [misledSecret(construct, name, twin, secret.secretName)] : [];
  });
}

function misledSecret(construct: Construct, name: string, twin: WorkloadPolicy, secret: string): Problem {
  return {
    construct: construct.node.path,
    prop: `env.${name}`,
    wrong: `needs a copy of the Secret ${secret} of another namespace, and here ${twin.node.scope?.node.path} has one of that name`,
    expected: 'databases with different names where one namespace uses both.',
    fix: 'give one of the two another id.',
  };
}
