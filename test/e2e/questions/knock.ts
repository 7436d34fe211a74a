import { places } from '../platform';
import type { Subject } from '../question';

/** Where a door leads: to a container, or to the price source outside. */
export type Towards = 'api' | 'mongod' | 'prices';

const doors = {
  api: { name: 'api', port: 8000 },
  mongod: { name: 'mongo-0.mongo-headless', port: 27017 },
};

/** A script that says whether a door is open. It tries addresses too: a name that is not known closes nothing. */
export async function knock(to: Towards, { platform, prices }: Subject): Promise<string> {
  if (to === 'prices') return knockAt([prices.host], prices.port);
  const addresses = await platform.inside(places[to], ({ sh }) => sh('hostname -i'));
  return knockAt([doors[to].name, ...addresses.trim().split(/\s+/)], doors[to].port);
}

function knockAt(hosts: readonly string[], port: number): string {
  return `
    for host in ${hosts.join(' ')}; do
      if timeout 3 bash -c "</dev/tcp/$host/${port}" 2>/dev/null; then echo open; exit; fi
    done
    echo closed`;
}
