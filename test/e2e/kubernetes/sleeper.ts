import type { Unit } from '../../../lib/compose/unit';
import { awake } from '../target';
import { kubectlFor, ownerOf } from './pods';

/** A pod owner, as far as one of its containers has to be run alone. */
interface Owner {
  readonly spec: {
    readonly serviceName?: string;
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec: { readonly template: Template } };
  };
}

interface Template {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: PodSpec;
}

type PodSpec = Readonly<Record<string, unknown>> & {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly object[];
};

type Container = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly command?: readonly string[];
};

export async function templateOf({ workload }: Unit): Promise<Template> {
  const owner = JSON.parse(await kubectlFor(workload, ['get', ownerOf(workload), '--output=json']));
  return templateIn(owner);
}

function templateIn(owner: Owner): Template {
  return owner.spec.jobTemplate?.spec.template ?? owner.spec.template ?? (owner as unknown as Template);
}

/** Asks in a pod like the owner's, with its labels and so its policies, in which one container that ends is kept awake. */
export async function asleep<T>(unit: Unit, ask: (pod: string) => Promise<T>): Promise<T> {
  const { workload, container } = unit;
  const owner: Owner = JSON.parse(await kubectlFor(workload, ['get', ownerOf(workload), '--output=json']));
  const job = `sleeper-${container.name}`;
  await kubectlFor(workload, ['create', '--filename=-'], JSON.stringify(jobOf(job, owner, unit)));
  try {
    const selector = `--selector=batch.kubernetes.io/job-name=${job}`;
    const statuses = unit.role === 'init' ? 'initContainerStatuses' : 'containerStatuses';
    const running = `--for=jsonpath={.status.${statuses}[?(@.name=="${container.name}")].state.running}`;
    await kubectlFor(workload, ['wait', 'pods', selector, '--for=create', '--timeout=60s']);
    await kubectlFor(workload, ['wait', 'pods', selector, running, '--timeout=120s']);
    return await ask(
      (await kubectlFor(workload, ['get', 'pods', selector, '--output=name'])).trim().replace('pod/', ''),
    );
  } finally {
    await kubectlFor(workload, ['delete', `job/${job}`, '--cascade=foreground']);
  }
}

/** An init container stays one: what comes after it does not start, and the pod is not ready. */
function jobOf(name: string, owner: Owner, { role, container: { name: kept }, workload }: Unit): object {
  const { metadata, spec } = templateIn(owner);
  const sleeping = (containers: readonly Container[] = []) =>
    containers
      .filter((one) => one.name === kept)
      .map((one) => ({ ...one, command: [...awake, ...(one.command ?? [])] }));
  const claims = (owner.spec.volumeClaimTemplates ?? []).map((claim) => ({
    name: claim.metadata.name,
    persistentVolumeClaim: { claimName: `${claim.metadata.name}-${workload.pod.hostname}` },
  }));
  const pod = {
    ...spec,
    ...(workload.kind === 'StatefulSet' && { hostname: workload.pod.hostname, subdomain: owner.spec.serviceName }),
    restartPolicy: 'Never',
    volumes: [...(spec.volumes ?? []), ...claims],
    initContainers: role === 'init' ? sleeping(spec.initContainers) : [],
    containers: role === 'init' ? spec.containers : sleeping(spec.containers),
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: { backoffLimit: 0, template: { metadata: { labels: withoutJob(metadata?.labels) }, spec: pod } },
  };
}

/** A Job marks its pods as its own. */
function withoutJob(labels: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) => !/^(batch\.kubernetes\.io\/)?(controller-uid|job-name)$/.test(name)),
  );
}
