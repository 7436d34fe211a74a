import type { Text } from '../workloads/text';

/** A Secret's value by its place, unless the app itself makes the Secret. */
export function shown(text: Text): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : (piece.value ?? `‹${piece.name}/${piece.key}›`)))
    .join('');
}
