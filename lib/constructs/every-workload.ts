import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { within } from '../checks/finding';
import { ownNamespace } from '../checks/name';
import type { Check, Problem } from '../checks/problem';
import type { Egress } from '../connections/egress';
import { type Env, referencesIn } from '../connections/env';
import type { Peer } from '../connections/peer';
import { WorkloadPolicy } from '../connections/workload-policy';
import { giveLocal } from '../local/given-local';
import type { LocalOptions } from '../local/local-options';
import { typedObject } from '../objects/typed-object';
import type { PodAddition } from '../pods/addition';
import { type Identity, identityOf } from '../pods/identity';
import type { PodProps } from '../pods/pod-props';
import { record } from './accepted';
import { configFiles } from './config-files';
import { coveredFiles } from './covered-files';
import type { FileProps } from './file-props';
import { misledSecrets } from './misled-secrets';
import { secretFiles } from './secret-files';
import { strangers } from './strangers';
import { strayCalls } from './stray-calls';

export interface WorkloadOptions extends FileProps, Pick<PodProps, 'volumeMounts'> {
  /** The role of the workload in its label `app.kubernetes.io/component`. */
  readonly component: string;
  /** What the workload's name must be, for the names made of it. */
  readonly nameRule: Check;
  readonly port?: number;
  readonly env?: Env;
  readonly egress?: readonly Egress[];
  readonly allowFrom?: readonly Peer[];
  readonly local?: LocalOptions;
  /** An account that exists: none is made. */
  readonly serviceAccountName?: string;
}

export interface WorkloadObjects {
  readonly identity: Identity;
  readonly serviceAccount?: k8s.KubeServiceAccount;
  readonly policy: WorkloadPolicy;
  readonly configMap?: k8s.KubeConfigMap;
  /** For the pod. */
  readonly additions: readonly PodAddition[];
}

/** What every workload has beside its pods: a name, an account of its own without a token, and a closed door. */
export function everyWorkload(construct: Construct, options: WorkloadOptions): WorkloadObjects {
  const { component, port, env = {}, secretFiles: secrets = {}, egress = [], allowFrom = [] } = options;
  const identity = identityOf(construct, component);
  const serviceAccount = options.serviceAccountName === undefined ? ownAccount(construct, identity) : undefined;
  const policy = new WorkloadPolicy(construct, identity, port, { egress, allowFrom });
  for (const { leadsTo } of [env, secrets].flatMap(referencesIn)) if (leadsTo) policy.connectTo(leadsTo);
  if (options.local) giveLocal(construct, options.local);
  record(construct, () => [
    ...misnamed(construct, identity, options.nameRule),
    ...misledSecrets(construct, policy, { env, secretFiles: secrets }),
    ...strangers(construct, policy, { env, secretFiles: secrets }),
    ...strayCalls(construct, policy),
    ...coveredFiles(construct, options),
  ]);
  return { identity, serviceAccount, policy, ...filesOf(construct, identity, options) };
}

function filesOf(
  construct: Construct,
  identity: Identity,
  { config, secretFiles: secrets, restartToken }: FileProps,
): Pick<WorkloadObjects, 'configMap' | 'additions'> {
  const files = config && configFiles(construct, identity, config);
  const restart = restartToken === undefined ? {} : { annotations: { 'cdk8s-tandem/restart-token': restartToken } };
  return { configMap: files?.configMap, additions: [files ?? {}, secrets ? secretFiles(secrets) : {}, restart] };
}

function ownAccount(construct: Construct, { metadata }: Identity): k8s.KubeServiceAccount {
  return typedObject(k8s.KubeServiceAccount, construct, 'service-account', {
    metadata,
    automountServiceAccountToken: false,
  });
}

function misnamed({ node }: Construct, { name, namespace }: Identity, nameRule: Check): readonly Problem[] {
  const findings = [...within('id', nameRule(name)), ...within('namespace', ownNamespace(namespace))];
  return findings.map((finding) => ({ construct: node.path, ...finding }));
}
