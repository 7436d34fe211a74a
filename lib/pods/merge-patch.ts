/**
 * What changes a value, as a JSON merge patch does (https://www.rfc-editor.org/rfc/rfc7386): maps are merged key by
 * key, lists and all else are replaced, and `null` takes away.
 */
export type MergePatch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: MergePatch<T[K]> | null }
    : T;

export function mergePatch<T>(target: T, patch: MergePatch<NoInfer<T>> | undefined): T {
  return (patch === undefined ? target : patched(target, patch)) as T;
}

function patched(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const result: Record<string, unknown> = { ...(isMap(target) ? target : {}) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (value !== undefined) result[key] = patched(result[key], value);
  }
  return result;
}

/** As cdk8s itself tells a map from a quantity. */
function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && (value.constructor?.name ?? 'Object') === 'Object';
}
