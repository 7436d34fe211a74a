import type { Field } from '../manifests/field';
import { type Bare, bare } from './bare';

/** A map of a pod, such as a container or a volume: what is said of it, and where. */
export interface Part {
  readonly said: Bare;
  readonly field: Field;
}

export function partAt(field: Field): Part {
  return { said: bare(field.peek()), field };
}

export function partsAt(list: Field): readonly Part[] {
  return list.peekItems().map(partAt);
}
