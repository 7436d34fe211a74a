import type { Container, Facts, Service, Volume } from './facts';
import type { Finding } from './finding';
import { isRestarting } from './unwell';

/** The clocks of the laptop and of Docker's machine may differ. */
const leeway = 60_000;

/**
 * A database keeps the passwords it was made with. A volume that is older than a file of a secret of the same workload
 * may have been made with other ones; where all of the workload is up and healthy, and so is whoever comes to it with
 * the same secrets, it was not, or it does not matter.
 */
export function otherSecrets(
  facts: Pick<Facts, 'services' | 'volumes' | 'containers' | 'secretTimes'>,
): readonly Finding[] {
  return groups(facts.services)
    .filter((group) => !isWell(group, facts.containers) || !areWell(guestsOf(group, facts), facts.containers))
    .flatMap((group) => olderIn(group, facts));
}

function olderIn(
  group: readonly Service[],
  { volumes, secretTimes }: Pick<Facts, 'volumes' | 'secretTimes'>,
): readonly Finding[] {
  const secrets = [...new Set(group.flatMap(({ secretFiles }) => secretFiles))];
  const after = ({ created }: Volume) => secrets.filter((path) => (secretTimes[path] ?? 0) > created + leeway);
  const own = volumes.filter(({ name }) => group.some((service) => service.volumes.includes(name)));
  const suspects = own.filter((volume) => after(volume).length > 0);
  return suspects.length > 0 ? [older(suspects, [...new Set(suspects.flatMap(after))])] : [];
}

/** Services of one pod: they share a network or volumes, or start one after the other. */
function groups(services: readonly Service[]): readonly (readonly Service[])[] {
  return services.reduce<readonly (readonly Service[])[]>((found, service) => {
    const near = found.filter((group) => group.some((other) => areOfOne(service, other)));
    return [...found.filter((group) => !near.includes(group)), [...near.flat(), service]];
  }, []);
}

function areOfOne(one: Service, other: Service): boolean {
  const guests = (host: Service, guest: Service) =>
    guest.networkMode === `service:${host.name}` || guest.after.includes(host.name);
  return guests(one, other) || guests(other, one) || one.volumes.some((name) => other.volumes.includes(name));
}

function isWell(group: readonly Service[], containers: readonly Container[]): boolean {
  return running(group, containers).some(({ health }) => health === 'healthy') && areWell(group, containers);
}

function areWell(services: readonly Service[], containers: readonly Container[]): boolean {
  return running(services, containers).every(
    (container) => (container.health ?? 'healthy') === 'healthy' && !isRestarting(container),
  );
}

function running(services: readonly Service[], containers: readonly Container[]): readonly Container[] {
  return containers.filter(({ service, running }) => running && services.some(({ name }) => name === service));
}

/** Others that use a secret of the group: what a database refuses, only they notice. */
function guestsOf(group: readonly Service[], { services }: Pick<Facts, 'services'>): readonly Service[] {
  const names = new Set(group.flatMap(({ secretFiles }) => secretFiles.map(secretOf)));
  return services.filter(
    (service) => !group.includes(service) && service.secretFiles.some((path) => names.has(secretOf(path))),
  );
}

/** A database may know all the passwords of a Secret of which it reads one. */
function secretOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function older(volumes: readonly Volume[], secrets: readonly string[]): Finding {
  const [names, files] = [volumes.map(({ name }) => name).join(', '), secrets.join(', ')];
  return {
    what: `${names} was made before ${files}: what is in it may still expect the old secrets`,
    fix: 'docker compose down --volumes, which deletes the data; or put the old secrets back.',
  };
}
