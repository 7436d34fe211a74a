import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';
import { push } from '../workloads/surroundings';
import type { Reason } from './reasons/reason';

/** A reason, for one of its kinds and one of its patterns. */
export interface Row {
  readonly kind: string;
  readonly pattern: string;
  readonly reason: Reason;
}

/** The rows of each kind, those of the first reasons first. */
export type Rows = ReadonlyMap<string, readonly NumberedRow[]>;

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
  return rows;
}

/** The first that speaks of the field: as one of its kind, of every object, or of a pod. */
export function rowFor(rows: Rows, manifest: Manifest, field: Field): Row | undefined {
  const template = podOwner(manifest)?.template;
  const inPod = template?.every((key, index) => field.path[index] === key) ?? false;
  const places = [
    { kind: manifest.kind, path: field.path },
    { kind: '*', path: field.path },
    ...(template && inPod ? [{ kind: 'pod', path: field.path.slice(template.length) }] : []),
  ];
  const found = places.flatMap(({ kind, path }) => rows.get(kind)?.find((row) => fits(row, path, field)) ?? []);
  return found.sort((one, other) => one.index - other.index)[0];
}

/** As in a JSON pointer: a key with a slash. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/');
}

function fits({ parts, reason: { only } }: NumberedRow, path: Field['path'], field: Field): boolean {
  if ((only ?? field.peek()) !== field.peek()) return false;
  if (parts[0] === '**') return true;
  if (parts.length !== path.length) return false;
  return parts.every((part, index) => part === '*' || part === String(path[index]));
}
