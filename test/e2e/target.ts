import type { Unit } from '../../lib/compose/unit';
import type { Own } from '../description/description';
import type { Told } from '../description/told';

/** What runs a definition, and what the comparison knows of Docker and of Kubernetes. */
export interface Target {
  /** Builds the images, starts everything and waits until it is ready. */
  start(): Promise<void>;
  /** Brings what was synthesized anew, once it has started. */
  apply(): Promise<void>;
  inside<T>(unit: Unit, ask: (container: Container) => Promise<T>): Promise<T>;
  /** Takes away everything, data too, whatever state it is in. */
  sweep(): Promise<void>;
  logs(): Promise<string>;
}

/** A container that runs, and what is known of it from outside. */
export interface Container {
  sh(script: string, ...args: string[]): Promise<string>;
  readonly own: Own;
  readonly told: Told;
  /** The `namespace/name` of the workload that has an address. */
  whoHas(address: string): string | undefined;
}

/** Its container runs to its end: to be asked, it is kept awake. */
export function ends({ role, workload }: Unit): boolean {
  return role === 'init' || workload.life.runs !== 'always';
}

/**
 * The shell sleeps, and its arguments are the words that would have run: so they are as the target has made them. As
 * process 1 a plain `sleep` would not hear SIGTERM.
 */
export const awake = ['sh', '-c', 'trap exit TERM; while :; do sleep 1; done', 'awake'] as const;
