import { k8s } from 'cdk8s-plus-28';

/** A CPU quantity such as `500m`, or a Cpu of any cdk8s-plus line. */
export type CpuQuantity = string | { readonly amount: string };

/** A size such as `512Mi`, or a Size of cdk8s. */
export type SizeQuantity = string | { toMebibytes(): number };

export interface CpuResources {
  readonly request?: CpuQuantity;
  /** `'none'`: as much as the node has to spare. */
  readonly limit?: CpuQuantity | 'none';
}

export interface MemoryResources {
  readonly request?: SizeQuantity;
  readonly limit?: SizeQuantity;
}

/** Disk of the node: what a container writes outside its volumes, its log, and with all containers' its emptyDirs. */
export interface EphemeralStorageResources {
  readonly request?: SizeQuantity;
  /** `'none'`: until the node's disk is full. */
  readonly limit?: SizeQuantity | 'none';
}

/** What a container asks for and may use, in the words of cdk8s-plus' ContainerResources. */
export interface ContainerResources {
  readonly cpu?: CpuResources;
  readonly memory?: MemoryResources;
  readonly ephemeralStorage?: EphemeralStorageResources;
}

/** The given values over the defaults, one by one. */
export function resourceRequirements(
  defaults: ContainerResources,
  given: ContainerResources = {},
): k8s.ResourceRequirements {
  const bounds = {
    cpu: { ...defaults.cpu, ...given.cpu },
    memory: { ...defaults.memory, ...given.memory },
    'ephemeral-storage': { ...defaults.ephemeralStorage, ...given.ephemeralStorage },
  };
  const of = (bound: 'request' | 'limit') =>
    Object.fromEntries(
      Object.entries(bounds).flatMap(([name, { [bound]: amount }]) =>
        amount === undefined || amount === 'none' ? [] : [[name, quantity(amountText(amount))]],
      ),
    );
  return { requests: of('request'), limits: of('limit') };
}

/** A Size of cdk8s has an `amount` too, its own. */
function amountText(amount: CpuQuantity | SizeQuantity): string {
  return typeof amount === 'object' && !('toMebibytes' in amount) ? cpuText(amount) : sizeText(amount);
}

export function cpuText(cpu: CpuQuantity): string {
  return typeof cpu === 'string' ? cpu : cpu.amount;
}

export function sizeText(size: SizeQuantity): string {
  return typeof size === 'string' ? size : `${size.toMebibytes()}Mi`;
}

export function quantity(text: string): k8s.Quantity {
  return k8s.Quantity.fromString(text);
}
