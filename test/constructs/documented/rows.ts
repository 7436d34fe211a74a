import type { Chart } from 'cdk8s';

/** Where a prop shows in the output, and how. */
export interface Row {
  /**
   * A place such as `Deployment/spec/replicas` or `compose/services/api/ports`: the one object of that kind, or the
   * Compose file, then keys, of which `name=tmp` is the entry of a list with that name, and `~1` a slash.
   */
  readonly at: string;
  /** What is there by default, where that is not the docstring's default literally; `undefined` for nothing. */
  readonly byDefault?: unknown;
  /** Another value, with which something else is there. */
  readonly sample: unknown;
  /** Props without which the prop is nothing. */
  readonly beside?: object;
  /** The least value, beside which the props in it show their defaults. */
  readonly least?: unknown;
}

/** A prop that this construct cannot take, and what is said. */
export interface Refused {
  readonly refused: string;
  readonly sample: unknown;
  readonly beside?: object;
}

export type Rows = Readonly<Record<string, Row | Refused>>;

/** A construct, the least that it takes, and what shows where. */
export interface Table {
  readonly make: (chart: Chart, props: never) => unknown;
  readonly minimal: object;
  readonly rows: Rows;
}

export const image = 'ghcr.io/acme/tool:1.2.3';
