/** How long the texts of a value are in UTF-8, keys of maps included: how the rest is written differs. */
export function bytesIn(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + bytesIn(item), 0);
  return Object.keys(value).reduce((sum, key) => sum + key.length + bytesIn(Reflect.get(value, key)), 0);
}
