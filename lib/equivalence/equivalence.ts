import type { CarriedApp } from './carried-app';

/** A place where two apps are not the same. */
export interface Mismatch {
  /** `services/api/security/user` */
  readonly place: string;
  readonly manifests: unknown;
  readonly compose: unknown;
}

/** Where what the manifests say and what the Compose file says are not the same; nowhere, if all is well. */
export function mismatches(manifests: CarriedApp, compose: CarriedApp): readonly Mismatch[] {
  return differing(manifests, compose, []);
}

function differing(manifests: unknown, compose: unknown, path: readonly string[]): readonly Mismatch[] {
  if (isMap(manifests) && isMap(compose)) {
    const keys = new Set([...Object.keys(manifests), ...Object.keys(compose)]);
    return [...keys].flatMap((key) => differing(manifests[key], compose[key], [...path, key.replaceAll('/', '~1')]));
  }
  return JSON.stringify(manifests) === JSON.stringify(compose) ? [] : [{ place: path.join('/'), manifests, compose }];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
