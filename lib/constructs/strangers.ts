import type { Construct } from 'constructs';
import type { Problem } from '../checks/problem';
import type { Env } from '../connections/env';
import { isReference } from '../connections/reference';
import type { WorkloadPolicy } from '../connections/workload-policy';

/** A workload of another app is none that this one starts or opens, though it may be called as one here. */
export function strangers(
  { node }: Construct,
  { strangers }: WorkloadPolicy,
  props: Readonly<Record<string, Env>>,
): readonly Problem[] {
  return strangers.map((server) => ({
    construct: node.path,
    prop: placeOf(server, props) ?? 'connectTo',
    wrong: `leads to ${server.node.scope?.node.path}, which is of another app`,
    expected: 'a workload of this app.',
    fix: 'make both in one app; for what another app makes write its address as text, with egress: [Egress.to(…)].',
  }));
}

function placeOf(server: WorkloadPolicy, props: Readonly<Record<string, Env>>): string | undefined {
  const places = Object.entries(props).flatMap(([prop, env]) =>
    Object.entries(env).map(([name, value]) => ({ place: `${prop}.${name}`, value })),
  );
  return places.find(({ value }) => isReference(value) && value.leadsTo === server)?.place;
}
