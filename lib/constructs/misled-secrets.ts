import type { Construct } from 'constructs';
import type { Problem } from '../checks/problem';
import type { Env } from '../connections/env';
import { isReference, type Reference } from '../connections/reference';
import { WorkloadPolicy } from '../connections/workload-policy';

/**
 * A Secret is of the pod's own namespace. A reference that leads to another one needs a copy there, and there is no
 * room for it where a workload of the same name has a Secret of that name already.
 */
export function misledSecrets(
  construct: Construct,
  { identity }: WorkloadPolicy,
  props: Readonly<Record<string, Env>>,
): readonly Problem[] {
  const used = Object.entries(props).flatMap(([prop, env]) =>
    Object.entries(env).flatMap(([name, value]) => (isReference(value) ? [{ place: `${prop}.${name}`, value }] : [])),
  );
  return used.flatMap(({ place, value }) => [
    ...misledTo(construct, identity.namespace, place, value),
    ...elsewhere(construct, identity.namespace, place, value),
  ]);
}

function misledTo(construct: Construct, namespace: string, place: string, value: Reference): readonly Problem[] {
  const server = value.leadsTo?.identity;
  if (!server || server.namespace === namespace) return [];
  const secret = value.pieces.find((piece) => typeof piece !== 'string');
  const twin = secret && workloadNamed(construct, namespace, server.name);
  return twin ? [misledSecret(construct, place, twin, secret.secretName)] : [];
}

/** A Secret that an object of the app makes is where that object is. */
function elsewhere({ node }: Construct, namespace: string, place: string, value: Reference): readonly Problem[] {
  if (value.namespace === undefined || value.namespace === namespace) return [];
  return [
    {
      construct: node.path,
      prop: place,
      wrong: `is of a Secret in the namespace ${value.namespace}, which pods in ${namespace} cannot use`,
      expected: 'a Secret of the same namespace.',
      fix: 'make one in this chart, too.',
    },
  ];
}

function workloadNamed({ node }: Construct, namespace: string, name: string): WorkloadPolicy | undefined {
  const policies = node.root.node.findAll().filter((other) => other instanceof WorkloadPolicy);
  return policies.find(({ identity }) => identity.namespace === namespace && identity.name === name);
}

function misledSecret({ node }: Construct, place: string, twin: WorkloadPolicy, secret: string): Problem {
  const owner = twin.node.scope?.node.path;
  return {
    construct: node.path,
    prop: place,
    wrong: `needs a copy of the Secret ${secret} of another namespace, and here ${owner} has one of that name`,
    expected: 'databases with different names where one namespace uses both',
    fix: 'give one of the two another id',
  };
}
