import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** Whom a container asks for names beside Docker itself; its pod's network has one answer for all. */
export function dnsOf({ workload: { pod }, network }: Unit): Fragment {
  const { servers, searches, options } = pod.dns;
  return network ? {} : { service: { dns: servers, dns_search: searches, dns_opt: options } };
}
