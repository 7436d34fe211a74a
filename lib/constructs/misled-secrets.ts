import type { Construct } from 'constructs';
import type { Problem } from '../checks/problem';
import type { Env } from '../connections/env';
import { isReference } from '../connections/reference';
import { WorkloadPolicy } from '../connections/workload-policy';

/**
 * A Secret is of the pod's own namespace. A reference that leads to another one needs a copy there, and there is no
 * room for it where a workload of the same name has a Secret of that name already.
 */
export function misledSecrets(construct: Construct, { identity }: WorkloadPolicy, env: Env): readonly Problem[] {
  return Object.entries(env).flatMap(([name, value]) => {
    const server = isReference(value) ? value.leadsTo?.identity : undefined;
    if (!isReference(value) || !server || server.namespace === identity.namespace) return [];
    const secret = value.pieces.find((piece) => typeof piece !== 'string');
    const twin = secret && workloadNamed(construct, identity.namespace, server.name);
    return twin ? [misledSecret(construct, name, twin, secret.secretName)] : [];
  });
}

function workloadNamed({ node }: Construct, namespace: string, name: string): WorkloadPolicy | undefined {
  const policies = node.root.node.findAll().filter((other) => other instanceof WorkloadPolicy);
  return policies.find(({ identity }) => identity.namespace === namespace && identity.name === name);
}

function misledSecret({ node }: Construct, name: string, twin: WorkloadPolicy, secret: string): Problem {
  const owner = twin.node.scope?.node.path;
  return {
    construct: node.path,
    prop: `env.${name}`,
    wrong: `needs a copy of the Secret ${secret} of another namespace, and here ${owner} has one of that name`,
    expected: 'databases with different names where one namespace uses both',
    fix: 'give one of the two another id',
  };
}
