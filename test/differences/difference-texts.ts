import type { Difference } from '../../lib/differences/difference';

/** A difference on one line for each field: where, what became of it, and why. */
export function differenceTexts({ construct, fields, became, reason, note }: Difference): readonly string[] {
  return fields.map((field) => `${construct} ${field}: ${became}: ${note ?? reason ?? 'nobody has said why'}`);
}
