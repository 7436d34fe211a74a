import { parseQuantity, type Quantity } from '../units/quantity';

/** What a text or a number says; none of anything else. */
export function amountOf(value: unknown): Quantity | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(String(value)) : undefined;
}
