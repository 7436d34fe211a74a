import type { ComposeFile } from '../compose/compose-file';
import { push } from '../workloads/surroundings';
import { type UsedName, usedNames } from '../workloads/used-names';
import type { Workload } from '../workloads/workload';
import type { Difference } from './difference';

/**
 * The host names that lead to different places in the two targets, or nowhere in one of them. Read off the Compose file
 * itself, not off what made it. None has a reason: each is to be mended.
 */
export function strayHostNames(
  workloads: readonly Workload[],
  file: ComposeFile,
  serviceOf: ServiceOf,
): readonly Difference[] {
  const known = namesByNetwork(file);
  return usedNames(workloads).flatMap((used): Difference[] => {
    const joined = Object.keys(file.services[serviceOf(used.workload)]?.networks ?? {});
    const here = joined.flatMap((network) => known.get(`${network} ${used.name}`) ?? []);
    const missing = used.answers.filter((workload) => !here.includes(serviceOf(workload)));
    const note = used.answers.length === 0 ? unknown(used) : unconnected(used, missing);
    return note ? [{ field: used.field, became: 'dropped', note }] : [];
  });
}

type ServiceOf = (workload: Workload) => string;

function unknown({ name }: UsedName): string {
  return `nothing in this app answers to the host name ${name}`;
}

function unconnected({ name }: UsedName, missing: readonly Workload[]): string | undefined {
  const whom = missing.map(({ construct }) => construct).join(', ');
  return missing.length > 0 ? `nothing connects whoever uses the host name ${name} with ${whom}` : undefined;
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
