import type { Field } from '../manifests/field';

/** Something that a manifest says and the Compose file does not, or not quite. */
export interface Difference {
  readonly field: Field;
  readonly became: Became;
  /** Missing where nobody has said why: such a difference is unexplained. */
  readonly reason?: string;
  /** What follows from it for the one who works on the laptop. */
  readonly means?: string;
  /** What is wrong, where the field alone does not show it. */
  readonly note?: string;
}

/** Left out; carried as near as Compose can come; or otherwise because the laptop was told so. */
export type Became = 'dropped' | 'approximated' | 'local';

export function dropped(field: Field, reason: string, means: string): Difference {
  return { field, became: 'dropped', reason, means };
}

export function approximated(field: Field, reason: string, means: string): Difference {
  return { field, became: 'approximated', reason, means };
}

export function local(field: Field, reason: string, means: string): Difference {
  return { field, became: 'local', reason, means };
}
