import type { Manifest } from '../../lib/manifests/manifest';
import { podOwner } from '../../lib/workloads/pod-owners';

/** What a scanner that is on by default asks of an object. Ids are those of the scanners that ask it. */
export interface Check {
  readonly ids: string;
  /** Places that fail, said for people; none is as it should be. */
  readonly found: (object: Json, all: readonly Json[]) => readonly string[];
}

// biome-ignore lint/suspicious/noExplicitAny: manifests as any scanner reads them.
export type Json = any;

export const jobs = ['Job', 'CronJob'];

export function podsOf(
  all: readonly Json[],
): readonly { readonly kind: string; readonly labels: Json; readonly spec: Json }[] {
  return all.flatMap((object) => {
    const template = templateOf(object);
    return template ? [{ kind: object.kind, labels: template.metadata?.labels ?? {}, spec: template.spec }] : [];
  });
}

export function templateOf(object: Json): Json {
  const owner = podOwner(object as Pick<Manifest, 'apiVersion' | 'kind'> as Manifest);
  return owner?.template.reduce((inside: Json, key) => inside?.[key], object);
}

export const containersOf = (spec: Json): readonly Json[] => [
  ...(spec.initContainers ?? []),
  ...(spec.containers ?? []),
];

export const failing = (ok: unknown, where: string) => (ok ? [] : [where]);

export function ofPods(
  ids: string,
  ok: (spec: Json, kind: string, labels: Json, all: readonly Json[]) => unknown,
): Check {
  return {
    ids,
    found: (object, all) => {
      const template = templateOf(object);
      return template
        ? failing(ok(template.spec, object.kind, template.metadata?.labels ?? {}, all), object.metadata.name)
        : [];
    },
  };
}

export function ofContainers(ids: string, ok: (container: Json, spec: Json) => unknown): Check {
  return {
    ids,
    found: (object) => {
      const spec = templateOf(object)?.spec;
      return spec
        ? containersOf(spec).flatMap((one) => failing(ok(one, spec), `${object.metadata.name}/${one.name}`))
        : [];
    },
  };
}

export function ofKind(kinds: string, ids: string, ok: (object: Json, all: readonly Json[]) => unknown): Check {
  const among = kinds.split(' ');
  return {
    ids,
    found: (object, all) => (among.includes(object.kind) ? failing(ok(object, all), object.metadata.name) : []),
  };
}

/** As each scanner lets an object leave a check out. */
export const exempt = (object: Json, check: string) =>
  object.metadata.annotations?.[`polaris.fairwinds.com/${check}-exempt`] === 'true';

export const either = (container: Json, spec: Json, field: string) =>
  container.securityContext?.[field] ?? spec.securityContext?.[field];

export const contains = (labels: Json, wanted: Json) =>
  Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);

export const selects = (selector: Json, labels: Json) =>
  Object.keys(selector ?? {}).length > 0 && contains(labels, selector);
