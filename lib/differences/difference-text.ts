import type { Difference } from './difference';

/** A difference on one line: where, what became of it, and why. */
export function differenceText({ field, became, reason, note }: Difference): string {
  return `${field.construct} ${field}: ${became}: ${note ?? reason ?? 'nobody has said why'}`;
}
