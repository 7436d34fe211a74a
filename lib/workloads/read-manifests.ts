import type { Problem } from '../checks/problem';
import type { GivenLocal } from '../local/given-local';
import { type Field, UnreadableField } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { type Connections, readConnections } from './connections';
import { readHostNames } from './host-names';
import { firstOrdinal, memberLabels, membersOf } from './members';
import { misshapen } from './misshapen';
import { type PodOwner, podOwner } from './pod-owners';
import { type PodIdentity, readContainer } from './read-container';
import { readDns } from './read-dns';
import { type Entrance, readEntrances } from './read-entrances';
import { readPlatform } from './read-platform';
import { readSharing } from './read-sharing';
import { readClaimTemplate, readVolume } from './read-volume';
import { type Surroundings, surroundings } from './surroundings';
import { takesToken } from './takes-token';
import { type Locals, readLocals } from './with-local';
import type { HostAlias, Member, Pod, Workload } from './workload';

/** The one reading of an app that Compose, differences, policies and assertions share. */
export interface Reading {
  readonly workloads: readonly Workload[];
  readonly connections: Connections;
  readonly entrances: readonly Entrance[];
  readonly problems: readonly Problem[];
}

const nobody: Connections = {
  pairs: [],
  outside: new Set(),
  egressClosedBy: new Map(),
  ingressClosedBy: new Map(),
  open: new Set(),
  openToTheirLike: new Set(),
};

export function readManifests(manifests: readonly Manifest[], given: readonly GivenLocal[]): Reading {
  const problems: Problem[] = [];
  const around = orProblem(() => surroundings(manifests), surroundings([]), problems);
  const locals = readLocals(given, manifests.filter(podOwner));
  const workloads = manifests.flatMap((manifest) => {
    const owner = podOwner(manifest);
    return owner ? orProblem(() => readWorkloads(manifest, owner, around, locals), [], problems) : [];
  });
  const connections = orProblem(() => readConnections(workloads, around), nobody, problems);
  const entrances = readEntrances(manifests, workloads);
  return { workloads, connections, entrances, problems: [...problems, ...locals.problems] };
}

/** A mistake is reported with all others. */
function orProblem<T>(read: () => T, otherwise: T, problems: Problem[]): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableField)) throw error;
    problems.push(misshapen(error));
    return otherwise;
  }
}

function readWorkloads(manifest: Manifest, owner: PodOwner, around: Surroundings, locals: Locals): readonly Workload[] {
  // What a cluster has switched off is switched off here, too, unless the laptop was told otherwise.
  const options = { ...(owner.replicas(manifest.root) === 0 && { replicas: 0 }), ...locals.of(manifest) };
  return membersOf(manifest.root, owner, options).map((member) => {
    // A port of the laptop leads to one of them.
    const local = member && member.index > 0 ? { ...options, publish: undefined } : options;
    return { ...readWorkload(manifest, owner, around, member), member, local };
  });
}

function readWorkload(
  manifest: Manifest,
  owner: PodOwner,
  around: Surroundings,
  member: Member | undefined,
): Omit<Workload, 'local'> {
  const { root, construct, kind, namespace, name } = manifest;
  const template = root.at(...owner.template);
  const identity: PodIdentity = {
    spec: template.at('spec'),
    metadata: template.at('metadata'),
    namespace,
    name: owner.pods === 'members' ? `${name}-${member?.ordinal ?? firstOrdinal(root)}` : name,
    kind,
    indexed: readIndexed(root.at(...owner.template.slice(0, -1), 'completionMode')),
  };
  const pod = readPod(identity, around, root, owner.pods === 'members');
  return {
    field: root,
    construct,
    kind,
    namespace,
    name,
    life: owner.life(root),
    replicas: owner.replicas(root),
    pods: owner.pods,
    pod,
    answersTo: readHostNames(pod, identity, root, around),
  };
}

/** Left unread: whoever counts reads it. */
function readIndexed(mode: Field): Field | undefined {
  return mode.peek() === 'Indexed' ? mode : undefined;
}

function readPod(identity: PodIdentity, around: Surroundings, root: Manifest['root'], stable: boolean): Pod {
  const { spec, metadata, namespace, name } = identity;
  const containers = (key: string) =>
    spec
      .at(key)
      .items()
      .map((field) => readContainer(field, identity, around));
  const subdomain = root.at('spec', 'serviceName').tryText() ?? spec.at('subdomain').tryText();
  const hostname = spec.at('hostname').tryText();
  const templates = root.at('spec', 'volumeClaimTemplates').items();
  return {
    field: spec,
    // A StatefulSet's name comes over what its pod says.
    hostname: (stable ? undefined : hostname) ?? name,
    domain: subdomain && `${subdomain}.${namespace}.svc.cluster.local`,
    fullHostname:
      subdomain !== undefined && (stable || hostname !== undefined)
        ? (spec.at('setHostnameAsFQDN').tryBoolean() ?? false)
        : false,
    metadata,
    takesToken: takesToken(identity, around),
    labels: { ...metadata.at('labels').unobserved().textMap(), ...(stable && memberLabels(name)) },
    graceSeconds: spec.at('terminationGracePeriodSeconds').tryNumber() ?? 30,
    restartPolicy: spec.at('restartPolicy').tryText() ?? 'Always',
    fsGroup: spec.at('securityContext', 'fsGroup').tryNumber(),
    supplementalGroups: spec
      .at('securityContext', 'supplementalGroups')
      .items()
      .map((group) => group.number()),
    hostAliases: spec.at('hostAliases').items().map(readHostAlias),
    dns: readDns(spec),
    shares: readSharing(spec),
    sysctls: Object.fromEntries(spec.at('securityContext', 'sysctls').items().map(readSysctl)),
    platform: readPlatform(spec),
    initContainers: containers('initContainers'),
    containers: containers('containers'),
    volumes: [
      ...spec
        .at('volumes')
        .items()
        .map((field) => readVolume(field, identity, around)),
      ...templates.map((field) => readClaimTemplate(field, name)),
    ],
  };
}

function readHostAlias(field: Field): HostAlias {
  return { field, ip: field.at('ip').text(), names: field.at('hostnames').texts() };
}

function readSysctl(field: Field): readonly [string, string] {
  return [field.at('name').text(), field.at('value').text()];
}
