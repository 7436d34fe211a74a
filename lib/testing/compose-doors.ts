import type { IConstruct } from 'constructs';
import { type Names, namesOf } from '../compose/names';
import { unitsOf } from '../compose/unit';
import type { CarriedApp } from '../equivalence/carried-app';
import { mapIn, namedIn } from '../equivalence/compose-words';
import { readCompose } from '../equivalence/read-compose';
import type { Output } from '../output';
import type { Workload } from '../workloads/workload';
import { listed } from './failure';
import { Mismatched } from './mismatched';
import { projectOf } from './project';
import { owners, workloadNamed } from './workload-name';

/** Who may talk to whom on a laptop, as the networks of the Compose file say. They know neither ports nor directions. */
export class ComposeDoors {
  private readonly app: CarriedApp;
  private readonly names: Names;

  constructor(private readonly output: Output) {
    this.app = readCompose(projectOf(output));
    this.names = namesOf(output.reading.workloads);
  }

  connects(from: IConstruct | string, to: IConstruct | string): void {
    for (const [client, server] of this.pairs(from, to)) {
      if (this.reaches(client, server)) continue;
      const both = [client, server].map((service) => `${service} is on ${listed(this.networksOf(service))}`).join(', ');
      throw new Mismatched(`Compose: ${client} cannot reach ${server}: they share no network. ${both}.`);
    }
  }

  cannotConnect(from: IConstruct | string, to: IConstruct | string): void {
    const open = this.pairs(from, to).find(([client, server]) => this.reaches(client, server));
    if (!open) return;
    const [client, server] = open;
    const shared = this.networksOf(client).filter((network) => this.networksOf(server).includes(network));
    throw new Mismatched(
      `Compose: ${client} can reach ${server} on ${listed(shared)}. A Compose network has no direction and closes no port: ` +
        'what a cluster alone refuses, Manifests.from(app).cannotConnect(…) says.',
    );
  }

  /** The service that holds the network of a workload's pod, of each where a laptop runs several. */
  services(asked: IConstruct | string): readonly string[] {
    const { workloads } = this.output.reading;
    const { field } = workloadNamed(owners(workloads), asked);
    return workloads.filter((workload) => workload.field === field).map((workload) => this.holder(workload));
  }

  private holder(workload: Workload): string {
    const service = this.names.service(workload);
    const units = unitsOf(workload, service).filter(({ role }) => role !== 'init');
    return (units.find(({ network }) => network === undefined) ?? units[0])?.service ?? service;
  }

  private pairs(from: IConstruct | string, to: IConstruct | string): readonly (readonly [string, string])[] {
    const servers = this.services(to);
    return this.services(from).flatMap((client) => servers.map((server) => [client, server] as const));
  }

  private reaches(client: string, server: string): boolean {
    const network = this.app.services[client]?.network;
    return network !== undefined && 'reaches' in network && network.reaches[server] !== undefined;
  }

  private networksOf(service: string): readonly string[] {
    return Object.keys(namedIn(mapIn(mapIn(projectOf(this.output).file.services)[service]).networks));
  }
}
