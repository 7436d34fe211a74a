import type { Unit } from '../compose/unit';
import type { Container, Pod, Workload } from '../workloads/workload';
import type { CarriedResources, CarriedSecurity } from './carried-app';
import { inProject } from './carried-laptop';

/** The user and what it may do, as the container says it over its pod. */
export function carriedSecurity({ security }: Container, pod: Pod): CarriedSecurity {
  const { user, group } = security;
  const groups = [...pod.supplementalGroups, ...(pod.fsGroup === undefined ? [] : [pod.fsGroup])];
  return {
    user: user === undefined ? undefined : [user, ...(group === undefined ? [] : [group])].join(':'),
    groups: [...new Set(groups)]
      .filter((other) => other !== group)
      .map(String)
      .toSorted(),
    privileged: security.privileged,
    privilegeEscalation: security.privilegeEscalation,
    readOnlyRoot: security.readOnlyRoot,
    drop: security.dropCapabilities.toSorted(),
    add: security.addCapabilities.toSorted(),
    options: [
      ...(security.appArmor?.type === 'Unconfined' ? ['apparmor=unconfined'] : []),
      ...(security.seccomp?.type === 'Unconfined' ? ['seccomp=unconfined'] : []),
      ...(security.wholeProc ? ['systempaths=unconfined'] : []),
    ],
  };
}

/** Docker knows no less of either. */
const leastMemory = 6n * 1024n * 1024n;
const leastCpu = 10;

/** Without swap; a limit of processors is a request, where there is none. */
export function carriedResources({ resources }: Container): CarriedResources {
  const { cpuLimit, memoryLimit, memoryRequest, cpuRequest = cpuLimit } = resources;
  const memory = memoryLimit && String(memoryLimit.bytes < leastMemory ? leastMemory : memoryLimit.bytes);
  return {
    memory,
    memoryAndSwap: memory,
    reserved: memoryRequest && memoryRequest.bytes >= leastMemory ? String(memoryRequest.bytes) : undefined,
    cpuMillis: cpuLimit && Math.max(leastCpu, cpuLimit),
    cpuShares: cpuRequest === undefined ? undefined : Math.max(2, Math.floor(cpuRequest * 1.024)),
  };
}

/** The folder of the project, and what else the laptop was told of the build. */
export function carriedBuild({ local: { build } }: Unit): Readonly<Record<string, unknown>> | undefined {
  if (build === undefined) return undefined;
  const { context, ...more } = typeof build === 'string' ? { context: build } : build;
  const said = Object.entries(more).filter(([, value]) => value !== undefined);
  return { context: inProject(context), dockerfile: 'Dockerfile', ...Object.fromEntries(said) };
}

/** Never where a cluster never does; anew with each start it is not pulled: a laptop works offline, too. */
export function carriedPull({ local: { build }, container: { pullPolicy } }: Unit): string {
  if (build !== undefined) return 'build';
  return pullPolicy === 'Never' ? 'never' : 'missing';
}

/** What is built is built anew, where the laptop wants that: from the folder that it is built from. */
export function carriedWatches(unit: Unit): readonly unknown[] {
  const { context } = carriedBuild(unit) ?? {};
  return unit.local.watch === 'rebuild' && context !== undefined ? [{ action: 'rebuild', path: context }] : [];
}

/** One that is told by number is one of them itself. */
export function carriedReplicas({ member, local: { replicas = 1 } }: Workload): number {
  return member ? 1 : replicas;
}

/** On the loopback address alone. */
export function carriedPorts({ local: { publish }, pod }: Workload): readonly string[] {
  if (publish === undefined) return [];
  const declared = [...pod.containers, ...pod.initContainers].flatMap(({ ports }) => ports);
  const wanted = typeof publish === 'number' ? [{ port: declared[0]?.number ?? publish, hostPort: publish }] : publish;
  const ports = wanted.map(({ port, hostPort }) => {
    const found = declared.find(({ number, field }) => [number, field.at('name').peek()].includes(port));
    const protocol = String(found?.field.at('protocol').peek() ?? 'TCP').toLowerCase();
    return `127.0.0.1:${hostPort} -> ${found?.number ?? port}/${protocol}`;
  });
  return ports.toSorted();
}
