import type { Field } from '../manifests/field';

/** What a manifest says and the Compose file does not, or not quite: fields of one object, of which the same is said. */
export interface Difference {
  /** Path of the construct that yields the object. */
  readonly construct: string;
  readonly fields: readonly Field[];
  readonly became: Became;
  /** Missing where nobody has said why: such a difference is unexplained. */
  readonly reason?: string;
  /** What follows from it for the one who works on the laptop. */
  readonly means?: string;
  /** What is wrong, where the fields alone do not show it. */
  readonly note?: string;
}

/** Left out; carried as near as Compose can come; or otherwise because the laptop was told so. */
export type Became = 'dropped' | 'approximated' | 'local';

export function dropped(field: Field, reason: string, means: string): Difference {
  return { construct: field.construct, fields: [field], became: 'dropped', reason, means };
}

export function approximated(field: Field, reason: string, means: string): Difference {
  return { construct: field.construct, fields: [field], became: 'approximated', reason, means };
}

export function local(field: Field, reason: string, means: string): Difference {
  return { construct: field.construct, fields: [field], became: 'local', reason, means };
}

/** Left out, and why nobody has said: the author of the definition is to say it. */
export function leftOpen(field: Field, note?: string): Difference {
  return { construct: field.construct, fields: [field], became: 'dropped', note };
}
