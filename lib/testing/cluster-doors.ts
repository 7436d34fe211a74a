import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifests/manifest';
import type { Workload } from '../workloads/workload';
import { listed } from './failure';
import { Mismatched } from './mismatched';
import { type PodPort, type PolicyDoors, policyDoors, portsInRules } from './policy-doors';
import { owners, workloadNamed } from './workload-name';

/** Who may talk to whom in a cluster whose network enforces NetworkPolicies. */
export class ClusterDoors {
  private readonly doors: PolicyDoors;
  /** Those to try of a pod that declares none: where a rule begins to hold, and one that no rule names. */
  private readonly any: readonly PodPort[];
  /** One for each owner of pods. */
  private readonly owners: readonly Workload[];

  constructor(manifests: readonly Manifest[], workloads: readonly Workload[]) {
    this.doors = policyDoors(manifests, workloads);
    this.any = [1, ...portsInRules(manifests)].map((number) => ({ number, protocol: 'TCP' }));
    this.owners = owners(workloads);
  }

  connects(from: IConstruct | string, to: IConstruct | string, port: number): void {
    const { client, server } = this.pair(from, to);
    const refusal = this.doors(client, server, declared(server, port));
    if (refusal)
      throw new Mismatched(`Kubernetes: ${named(client)} cannot reach port ${port} of ${named(server)}: ${refusal}.`);
  }

  /** Without a port, on none of those that the server declares; of one that declares none, on any that a rule may name. */
  cannotConnect(from: IConstruct | string, to: IConstruct | string, port?: number): void {
    const { client, server } = this.pair(from, to);
    const ports = port === undefined ? portsOf(server) : [declared(server, port)];
    const tried = ports.length > 0 ? ports : this.any;
    const open = tried.filter((one) => this.doors(client, server, one) === undefined);
    if (open.length === 0) return;
    const which = ports.length > 0 ? `port ${open.map(({ number }) => number).join(', ')}` : 'a port';
    throw new Mismatched(
      `Kubernetes: ${named(client)} can reach ${which} of ${named(server)}: NetworkPolicies let it.`,
    );
  }

  private pair(from: IConstruct | string, to: IConstruct | string) {
    return { client: workloadNamed(this.owners, from), server: workloadNamed(this.owners, to) };
  }
}

function portsOf({ pod }: Workload): readonly PodPort[] {
  return [...pod.containers, ...pod.initContainers.filter(({ sidecar }) => sidecar)].flatMap(({ ports }) =>
    ports.map(({ field, number }) => ({
      number,
      protocol: String(field.at('protocol').peek() ?? 'TCP'),
      name: field.at('name').unobserved().tryText(),
    })),
  );
}

/** A misspelt port would be closed, too: only those that the pod declares are worth a question, if it declares any. */
function declared(server: Workload, port: number): PodPort {
  const ports = portsOf(server);
  const found = ports.find(({ number }) => number === port);
  if (found || ports.length === 0) return found ?? { number: port, protocol: 'TCP' };
  throw new Mismatched(
    `${named(server)} declares no port ${port}. Its ports are: ${listed(ports.map(({ number }) => String(number)))}.`,
  );
}

function named({ namespace, name }: Workload): string {
  return namespace ? `${namespace}/${name}` : name;
}
