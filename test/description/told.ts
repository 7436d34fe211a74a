import { aspects, type Description } from './description';

/**
 * What was asked of Docker and of the kubelet, in the same words. Users, limits and mounts are not among it: the kernel
 * says better what became of them.
 */
export interface Told {
  readonly image: string;
  readonly restarts: 'always' | 'on failure' | 'never';
  readonly graceSeconds: number;
  readonly stopSignal: string;
  readonly privileged: boolean;
  readonly readOnlyRoot: boolean;
  readonly addedCapabilities: readonly string[];
  readonly droppedCapabilities: readonly string[];
  readonly health?: Health;
}

export interface Health {
  /** The words of a command; a question over the network is for each target to ask in its own way. */
  readonly asks: readonly string[] | 'over the network';
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly failures: number;
}

export function toldAspects({ health, ...told }: Told): Description {
  const texts = (values: object) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [spaced(name), wordOf(value)]));
  return { ...aspects('told', texts(told)), ...aspects('health', health ? texts(health) : { asks: 'nothing' }) };
}

function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function wordOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Capabilities in any order, with the prefix or without. */
export function capabilities(names: readonly string[] | null | undefined): readonly string[] {
  return (names ?? []).map((name) => name.replace(/^CAP_/, '')).sort();
}
