import { type Field, UnreadableField } from '../manifests/field';
import { bytes, cpuMillis, parseQuantity } from '../units/quantity';

/** Milli-cores. */
export function readCpu(field: Field): number | undefined {
  return readQuantity(field, cpuMillis);
}

export function readBytes(field: Field): bigint | undefined {
  return readQuantity(field, bytes);
}

function readQuantity<T>(field: Field, read: (quantity: string) => T): T | undefined {
  const quantity = field.tryScalar();
  if (quantity === undefined) return undefined;
  if (!parseQuantity(String(quantity))) throw new UnreadableField(field, 'a quantity, such as 500m or 512Mi');
  return read(String(quantity));
}
