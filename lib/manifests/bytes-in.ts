/** How long the texts of a value are in UTF-8, keys of maps included: how the rest is written differs. */
export function bytesIn(value: unknown): number {
  return lengthIn(value, Buffer.byteLength);
}

/** Whether they are longer than that: a letter has three bytes at the most, so that few values are asked twice. */
export function isLonger(value: unknown, bytes: number): boolean {
  return lengthIn(value, lettersOf) * 3 > bytes && bytesIn(value) > bytes;
}

function lettersOf(text: string): number {
  return text.length;
}

function lengthIn(value: unknown, lengthOf: (text: string) => number): number {
  if (typeof value === 'string') return lengthOf(value);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  if (Array.isArray(value)) for (const item of value) sum += lengthIn(item, lengthOf);
  else for (const key in value) sum += key.length + lengthIn(Reflect.get(value, key), lengthOf);
  return sum;
}
