import type { Manifest } from '../manifests/manifest';
import type { Place } from '../manifests/place';
import { push } from '../units/push';
import { remembered } from '../units/remembered';
import { podOwner } from '../workloads/pod-owners';
import type { Reason } from './reasons/reason';

/** A reason, for one of its kinds and one of its patterns. */
export interface Row {
  readonly kind: string;
  readonly pattern: string;
  readonly reason: Reason;
}

export interface Rows {
  /** Those of each kind. */
  readonly ofKind: ReadonlyMap<string, readonly NumberedRow[]>;
  /** Those that were found for a place of a kind, whatever its value: an app has it in many manifests. */
  readonly ofPlace: (apiVersion: string) => (kind: string) => Map<string, readonly NumberedRow[]>;
}

interface NumberedRow extends Row {
  readonly index: number;
  readonly parts: readonly string[];
}

export function rowsOf(reasons: readonly Reason[]): Rows {
  const rows = new Map<string, NumberedRow[]>();
  for (const [index, reason] of reasons.entries()) {
    for (const kind of reason.kinds) {
      for (const pattern of reason.fields) {
        push(rows, kind, { kind, pattern, reason, index, parts: pattern.split('/').map(unescaped) });
      }
    }
  }
  return { ofKind: rows, ofPlace: remembered(() => remembered(() => new Map())) };
}

/** The first that speaks of a place of the manifest: as one of its kind, of every object, or of a pod. */
export function rowsFor(rows: Rows, manifest: Manifest): (place: Place, value: unknown) => Row | undefined {
  const ofPlace = rows.ofPlace(manifest.apiVersion)(manifest.kind);
  return ({ pointer, path }, value) => {
    const known = ofPlace.get(pointer);
    const found = known ?? rowsAt(rows, manifest, path);
    if (!known) ofPlace.set(pointer, found);
    for (const row of found) if (row.reason.only === undefined || row.reason.only === value) return row;
    return undefined;
  };
}

function rowsAt({ ofKind }: Rows, manifest: Manifest, path: Place['path']): readonly NumberedRow[] {
  const template = podOwner(manifest)?.template;
  const inPod = template?.every((key, index) => path[index] === key) ?? false;
  const places = [
    { kind: manifest.kind, path },
    { kind: '*', path },
    ...(template && inPod ? [{ kind: 'pod', path: path.slice(template.length) }] : []),
  ];
  const found = places.flatMap(({ kind, path }) => ofKind.get(kind)?.filter(({ parts }) => fits(parts, path)) ?? []);
  return found.sort((one, other) => one.index - other.index);
}

/** As in a JSON pointer: a key with a slash. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/');
}

function fits(parts: readonly string[], path: Place['path']): boolean {
  if (parts[0] === '**') return true;
  if (parts.length !== path.length) return false;
  return parts.every((part, index) => part === '*' || part === String(path[index]));
}
