import type { Unit } from '../../../lib/compose/unit';
import type { Workload } from '../../../lib/workloads/workload';
import { type KubernetesPod, toldKubelet } from '../../description/told-kubelet';
import type { Synthesis } from '../definition';
import { run } from '../run';
import { type Container, ends } from '../target';
import { isOwnedBy, kubectlFor } from './pods';
import { templateOf } from './sleeper';

/** A container of a pod. What the kubelet was told of one that is kept awake, its owner's template says. */
export async function containerOf(unit: Unit, pod: string, { reading }: Synthesis): Promise<Container> {
  const { container, workload } = unit;
  const found: KubernetesPod = JSON.parse(await kubectlFor(workload, ['get', 'pod', pod, '--output=json']));
  const told = ends(unit) ? await templateOf(unit) : found;
  const { owners, services } = await addresses(reading.workloads);
  return {
    sh: (script, ...args) =>
      kubectlFor(workload, ['exec', pod, `--container=${container.name}`, '--', 'sh', '-c', script, 'sh', ...args]),
    own: { names: pod === workload.pod.hostname ? [] : [pod], variables: [/^KUBERNETES_/, ...services.map(linkTo)] },
    told: toldKubelet(told as Pick<KubernetesPod, 'spec'>, container.name),
    whoHas: (address) => owners.get(address),
  };
}

/** A kubelet gives variables for each Service of the namespace, unless the pod wants none. */
function linkTo(service: string): RegExp {
  const prefix = service.toUpperCase().replaceAll('-', '_');
  return new RegExp(`^${prefix}_(SERVICE_HOST|SERVICE_PORT.*|PORT|PORT_.*)$`);
}

interface Slice {
  readonly metadata: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly endpoints?: readonly { readonly addresses: readonly string[] }[] | null;
}

interface Service {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly spec: { readonly clusterIP?: string };
}

/** Which workload has the address of a pod, or answers behind that of a Service. */
async function addresses(workloads: readonly Workload[]) {
  const all = async <T>(kind: string): Promise<readonly T[]> =>
    JSON.parse((await run('kubectl', ['get', kind, '--all-namespaces', '--output=json'])).stdout).items;
  const owners = new Map<string, string>();
  for (const { metadata, status } of await all<KubernetesPod>('pods')) {
    const owner = workloads.find((one) => one.namespace === metadata.namespace && isOwnedBy(metadata, one));
    if (owner && status.podIP) owners.set(status.podIP, `${owner.namespace}/${owner.name}`);
  }
  const slices = await all<Slice>('endpointslices');
  const services = await all<Service>('services');
  for (const { metadata, spec } of services) {
    const behind = slices.filter((slice) => isOf(slice, metadata)).flatMap(({ endpoints }) => endpoints ?? []);
    const [first] = behind.flatMap((endpoint) => endpoint.addresses.flatMap((address) => owners.get(address) ?? []));
    if (first && spec.clusterIP) owners.set(spec.clusterIP, first);
  }
  return { owners, services: services.map(({ metadata }) => metadata.name) };
}

function isOf({ metadata }: Slice, { namespace, name }: Service['metadata']): boolean {
  return metadata.namespace === namespace && metadata.labels['kubernetes.io/service-name'] === name;
}
