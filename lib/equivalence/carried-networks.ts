import type { Field } from '../manifests/field';
import type { Connections } from '../workloads/connections';
import { formsOf } from '../workloads/host-names';
import type { Workload } from '../workloads/workload';
import type { CarriedNetwork } from './carried-app';

/** A container that has a network of its own; an init container has none of its pod's names. */
export interface Host {
  readonly service: string;
  readonly workload: Workload;
  readonly isNamed: boolean;
}

/**
 * Who may talk, in whichever direction, can; those that no policy holds back, all with all. Each knows the other by the
 * names of its Services, by the short ones within a namespace. Pods of one owner are everywhere together.
 */
export function carriedNetworks(hosts: readonly Host[], connections: Connections): (service: string) => CarriedNetwork {
  const { open, outside, pairs } = connections;
  const peers = new Map<Field, Set<Field>>();
  const meet = (one: Workload, other: Workload) =>
    peers.set(one.field, (peers.get(one.field) ?? new Set([one.field])).add(other.field));
  for (const { client, server } of pairs) {
    meet(client, server);
    meet(server, client);
  }
  const isConnected = (one: Workload, other: Workload) =>
    one === other || (open.has(one) && open.has(other)) || (peers.get(one.field)?.has(other.field) ?? false);
  const leads = (workload: Workload) => outside.has(workload) || workload.local.publish !== undefined;
  const isAnywhere = (workload: Workload) =>
    open.has(workload) || peers.has(workload.field) || leads(workload) || isAsked(workload);
  return (service) => {
    const asker = hosts.find((host) => host.service === service)?.workload;
    if (!asker || !isAnywhere(asker)) return { reaches: {}, outside: false };
    const reached = hosts.filter(({ workload }) => isConnected(asker, workload));
    return {
      reaches: Object.fromEntries(reached.map((host) => [host.service, namesOf(host, asker)])),
      outside: open.has(asker) || leads(asker),
    };
  };
}

/** It must find itself by its name. */
function isAsked({ answersTo, local: { healthCheck, containers = {} } }: Workload): boolean {
  return answersTo.length > 0 || [{ healthCheck }, ...Object.values(containers)].some((one) => one.healthCheck);
}

function namesOf({ workload, service, isNamed }: Host, asker: Workload): readonly string[] {
  const nearest = workload.namespace === asker.namespace ? 0 : 1;
  const names = isNamed ? workload.answersTo.flatMap((name) => formsOf(name).slice(nearest)) : [];
  return [...new Set(names)].filter((name) => name !== service).toSorted();
}
