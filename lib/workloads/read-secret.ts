import { type Content, decoded } from './content';
import { keysOfMade } from './secret-makers';
import type { Surroundings } from './surroundings';
import type { SecretKey } from './volume';

/** A key of a Secret, and its value in the rare case that the app makes the Secret itself. */
export function secretKey(namespace: string, name: string, key: string, around: Surroundings): SecretKey {
  const root = around.secret(namespace, name)?.root;
  const encoded = root?.at('data', key).tryText();
  const text = root?.at('stringData', key).tryText();
  const value: Content | undefined = text ?? (encoded === undefined ? undefined : decoded(encoded));
  const made = around.secretMaker(namespace, name) !== undefined;
  return { from: 'secret', namespace, name, key, ...(value !== undefined && { value }), ...(made && { made }) };
}

/** The keys of a Secret that the app makes, or a program of the cluster for it; of any other nothing is known. */
export function knownKeys(namespace: string, name: string, around: Surroundings): readonly string[] | undefined {
  const root = around.secret(namespace, name)?.root;
  const maker = around.secretMaker(namespace, name);
  if (!root) return maker && keysOfMade(maker);
  const keys = ['data', 'stringData'].flatMap((map) => root.at(map).entries());
  return [...new Set(keys.map(([key]) => key))];
}
