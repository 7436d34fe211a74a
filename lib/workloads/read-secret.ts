import { type Content, decoded } from './content';
import type { Surroundings } from './surroundings';
import type { SecretKey } from './volume';

/** A key of a Secret, and its value in the rare case that the app makes the Secret itself. */
export function secretKey(namespace: string, name: string, key: string, around: Surroundings): SecretKey {
  const root = around.secret(namespace, name)?.root;
  const encoded = root?.at('data', key).tryText();
  const text = root?.at('stringData', key).tryText();
  const value: Content | undefined = text ?? (encoded === undefined ? undefined : decoded(encoded));
  return { from: 'secret', namespace, name, key, ...(value !== undefined && { value }) };
}

/** The keys of a Secret that the app makes; of any other nothing is known. */
export function knownKeys(namespace: string, name: string, around: Surroundings): readonly string[] | undefined {
  const root = around.secret(namespace, name)?.root;
  if (!root) return undefined;
  const keys = ['data', 'stringData'].flatMap((map) => root.at(map).entries());
  return [...new Set(keys.map(([key]) => key))];
}
