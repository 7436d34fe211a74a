import type { Field } from '../manifests/field';

/** Something that a manifest says and the Compose file does not, or not quite. */
export interface Difference {
  readonly field: Field;
  readonly became: Became;
  /** Missing where nobody has said why: such a difference is unexplained. */
  readonly reason?: string;
  /** What is wrong, where the field alone does not show it. */
  readonly note?: string;
}

/** Left out; carried as near as Compose can come; or otherwise because the laptop was told so. */
export type Became = 'dropped' | 'approximated' | 'local';

export function approximated(field: Field, reason: string): Difference {
  return { field, became: 'approximated', reason };
}

export function local(field: Field, reason: string): Difference {
  return { field, became: 'local', reason };
}
