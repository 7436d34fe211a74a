import { type Difference, dropped, leftOpen } from '../differences/difference';
import { push } from '../units/push';
import { formsOf } from '../workloads/host-names';
import type { UsedName } from '../workloads/used-names';
import type { Workload } from '../workloads/workload';
import type { ComposeFile } from './compose-file';

/**
 * The host names that lead to different places in the two targets, or nowhere in one of them. Read off the Compose file
 * itself, not off what made it. None has a reason: each is to be mended.
 */
export function strayHostNames(
  usedNames: readonly UsedName[],
  file: ComposeFile,
  serviceOf: ServiceOf,
): readonly Difference[] {
  const byNetwork = namesByNetwork(file);
  const host = (workload: Workload) => networkHost(serviceOf(workload), file);
  return usedNames.flatMap((used): Difference[] => {
    const joined = Object.keys(file.services[host(used.workload)]?.networks ?? {});
    const known = (name: string) => joined.flatMap((network) => byNetwork.get(`${network} ${name}`) ?? []);
    const here = known(used.name);
    const missing = used.answers.filter((workload) => !here.includes(host(workload)));
    const meant = fullNames(used).flatMap(known);
    const strangers = here.filter((service) => !meant.includes(service));
    if ([used.workload, ...used.answers].some(isApart) && used.answers.length > 0) return [apart(used)];
    const note = used.answers.length === 0 ? unknown(used) : (unconnected(used, missing) ?? misled(used, strangers));
    return note ? [leftOpen(used.field, note)] : [];
  });
}

function isApart({ pod }: Workload): boolean {
  return pod.shares.networkWithHost;
}

function apart({ field, name }: UsedName): Difference {
  const reason = `the host name ${name} leads nowhere between the network of the machine and those of the project`;
  return dropped(
    field,
    reason,
    'nobody answers under that name: give another on the laptop, as host.docker.internal leads to the machine',
  );
}

type ServiceOf = (workload: Workload) => string;

function unknown({ name }: UsedName): string {
  return `nothing in this app answers to the host name ${name}`;
}

function unconnected({ name }: UsedName, missing: readonly Workload[]): string | undefined {
  const whom = missing.map(({ construct }) => construct).join(', ');
  return missing.length > 0 ? `nothing connects whoever uses the host name ${name} with ${whom}` : undefined;
}

function misled({ name }: UsedName, strangers: readonly string[]): string | undefined {
  const whom = [...new Set(strangers)].join(', ');
  return whom ? `the host name ${name} leads to ${whom} too, which does not answer to it in the cluster` : undefined;
}

/** The names with the namespace for which the used one stands. */
function fullNames({ name, answers }: UsedName): readonly string[] {
  const hosts = answers.flatMap(({ answersTo }) => answersTo).map(formsOf);
  return hosts.filter((forms) => forms.includes(name)).flatMap(([, full = '']) => full);
}

/** The service whose network a service is on: its own, or that of the container which holds the pod's. */
function networkHost(service: string, file: ComposeFile): string {
  return /^service:(.+)$/.exec(file.services[service]?.network_mode ?? '')?.[1] ?? service;
}

/** The services that answer to a name on a network: Docker's DNS knows a service by its name and its aliases there. */
function namesByNetwork(file: ComposeFile): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  for (const [service, { networks = {} }] of Object.entries(file.services)) {
    for (const [network, membership] of Object.entries(networks)) {
      for (const name of [service, ...(membership.aliases ?? [])]) push(known, `${network} ${name}`, service);
    }
  }
  return known;
}
