import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { sides, typesOf } from '../workloads/connections';
import { type PodIndex, podIndex } from '../workloads/pod-index';
import { surroundings } from '../workloads/surroundings';
import type { Workload } from '../workloads/workload';
import { nameOf } from './where';

/** A port of a pod, with what a NetworkPolicy may call it. */
export interface PodPort {
  readonly number: number;
  readonly protocol: string;
  readonly name?: string;
}

/** What the NetworkPolicies make of one attempt; nothing where it comes through. */
export type Refusal = string | undefined;

export type PolicyDoors = (client: Workload, server: Workload, port: PodPort) => Refusal;

/** Each policy is asked about both ends, port by port, as https://kubernetes.io/docs/concepts/services-networking/network-policies/ has it. */
export function policyDoors(manifests: readonly Manifest[], workloads: readonly Workload[]): PolicyDoors {
  const around = surroundings(manifests);
  const index = podIndex(workloads, around);
  const asked = (way: Way, subject: Workload, peer: Workload, port: PodPort): Refusal => {
    const closing = around.policies.filter((policy) => isolates(policy, way, subject, index));
    const opens = (policy: Manifest) =>
      rulesOf(policy, way).some((rule) => admitsPort(rule, port) && admitsPod(rule, way, policy, peer, index));
    if (closing.length === 0 || closing.some(opens)) return undefined;
    return `NetworkPolicy ${closing.map(nameOf).join(', ')} has no rule for that on the way ${ways[way]}`;
  };
  return (client, server, port) => asked('Egress', client, server, port) ?? asked('Ingress', server, client, port);
}

/** The numbers of all ports that rules name, and of ranges the first. */
export function portsInRules(manifests: readonly Manifest[]): readonly number[] {
  const rules = surroundings(manifests).policies.flatMap((policy) => [
    ...rulesOf(policy, 'Egress'),
    ...rulesOf(policy, 'Ingress'),
  ]);
  const ports = rules.flatMap((rule) => rule.at('ports').items()).map((entry) => entry.at('port').peek());
  return [...new Set(ports.filter((port) => typeof port === 'number'))];
}

type Way = keyof typeof sides;

const ways: Readonly<Record<Way, string>> = { Egress: 'out', Ingress: 'in' };

function isolates(policy: Manifest, way: Way, subject: Workload, index: PodIndex): boolean {
  const spec = policy.root.at('spec').unobserved();
  return typesOf(spec).includes(way) && index.select(spec.at('podSelector'), [policy.namespace]).some(isSame(subject));
}

function rulesOf(policy: Manifest, way: Way): readonly Field[] {
  const [key] = sides[way];
  return policy.root.at('spec', key).unobserved().items();
}

function admitsPort(rule: Field, port: PodPort): boolean {
  const ports = rule.at('ports').items();
  return ports.length === 0 || ports.some((entry) => isPort(entry, port));
}

function isPort(entry: Field, { number, protocol, name }: PodPort): boolean {
  const first = entry.at('port').tryScalar();
  if ((entry.at('protocol').tryText() ?? 'TCP') !== protocol) return false;
  if (first === undefined) return true;
  if (typeof first === 'string') return first === name;
  return first <= number && number <= (entry.at('endPort').tryNumber() ?? first);
}

function admitsPod(rule: Field, way: Way, policy: Manifest, peer: Workload, index: PodIndex): boolean {
  const [, key] = sides[way];
  const peers = rule.at(key).items();
  return (
    peers.length === 0 ||
    peers
      .filter((one) => !one.at('ipBlock').exists)
      .some((one) => {
        const elsewhere = one.at('namespaceSelector');
        const namespaces = elsewhere.exists ? index.namespaces(elsewhere) : [policy.namespace];
        return index.select(one.at('podSelector'), namespaces).some(isSame(peer));
      })
  );
}

/** Pods of one owner are alike, wherever they are read one by one. */
function isSame(workload: Workload): (other: Workload) => boolean {
  return ({ field }) => field === workload.field;
}
