import { k8s } from 'cdk8s-plus-28';

/** A CPU quantity such as `500m`, or a Cpu of any cdk8s-plus line. */
export type CpuQuantity = string | { readonly amount: string };

/** A size such as `512Mi`, or a Size of cdk8s. */
export type SizeQuantity = string | { toMebibytes(): number };

export interface CpuResources {
  readonly request?: CpuQuantity;
  readonly limit?: CpuQuantity;
}

export interface MemoryResources {
  readonly request?: SizeQuantity;
  readonly limit?: SizeQuantity;
}

/** What a container asks for and may use, in the words of cdk8s-plus' ContainerResources. */
export interface ContainerResources {
  readonly cpu?: CpuResources;
  readonly memory?: MemoryResources;
}

/** The given values over the defaults, one by one. */
export function resourceRequirements(
  defaults: ContainerResources,
  given: ContainerResources = {},
): k8s.ResourceRequirements {
  const cpu = { ...defaults.cpu, ...given.cpu };
  const memory = { ...defaults.memory, ...given.memory };
  const of = (bound: 'request' | 'limit') => ({
    ...(cpu[bound] && { cpu: quantity(cpuText(cpu[bound])) }),
    ...(memory[bound] && { memory: quantity(sizeText(memory[bound])) }),
  });
  return { requests: of('request'), limits: of('limit') };
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
