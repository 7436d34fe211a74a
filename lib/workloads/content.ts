/** What a ConfigMap or a Secret holds under a key: text, or bytes that are none. */
export type Content = string | Uint8Array;

/** What a base64 text stands for. */
export function decoded(base64: string): Content {
  return textOrBytes(Buffer.from(base64, 'base64'));
}

export function textOrBytes(bytes: Buffer): Content {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : new Uint8Array(bytes);
}
