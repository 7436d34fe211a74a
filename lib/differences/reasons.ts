import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';
import { reasonsOfContainers } from './reasons/containers';
import { reasonsOfEnv } from './reasons/env';
import { reasonsOfEveryObject } from './reasons/every-object';
import { reasonForForeign } from './reasons/foreign-objects';
import { reasonsOfNetworkPolicies } from './reasons/network-policies';
import { reasonsOfOtherObjects } from './reasons/other-objects';
import { reasonsOfPods } from './reasons/pod';
import { reasonsOfPodOwners } from './reasons/pod-owners';
import type { Because, Reason } from './reasons/reason';
import { reasonsOfResources } from './reasons/resources';
import { reasonsOfScheduling } from './reasons/scheduling';
import { reasonsOfSecurity } from './reasons/security';
import { reasonsOfServices } from './reasons/services';
import { reasonsOfStorage } from './reasons/storage';
import { reasonsOfVolumes } from './reasons/volumes';

/** All that Compose leaves out, and why. */
export const reasons: readonly Reason[] = [
  ...reasonsOfEveryObject,
  ...reasonsOfPods,
  ...reasonsOfContainers,
  ...reasonsOfScheduling,
  ...reasonsOfSecurity,
  ...reasonsOfResources,
  ...reasonsOfEnv,
  ...reasonsOfVolumes,
  ...reasonsOfPodOwners,
  ...reasonsOfServices,
  ...reasonsOfNetworkPolicies,
  ...reasonsOfStorage,
  ...reasonsOfOtherObjects,
];

export function reasonFor(manifest: Manifest, field: Field): Because | undefined {
  const template = podOwner(manifest)?.template;
  const inPod = template?.every((key, index) => field.path[index] === key) ?? false;
  const places = [
    { kind: manifest.kind, path: field.path },
    { kind: '*', path: field.path },
    ...(template && inPod ? [{ kind: 'pod', path: field.path.slice(template.length) }] : []),
  ];
  const rows = places.flatMap(({ kind, path }) => (rowsOf.get(kind) ?? []).filter((row) => fits(row, path, field)));
  const first = rows.sort((one, other) => one.index - other.index)[0];
  if (!first) return reasonForForeign(manifest.apiVersion);
  return { reason: first.reason.reason, means: first.reason.means };
}

interface Row {
  readonly index: number;
  readonly parts: readonly string[];
  readonly reason: Reason;
}

const rowsOf = byKind();

function byKind(): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  for (const [index, reason] of reasons.entries()) {
    const patterns = reason.fields.map((pattern) => ({ index, parts: pattern.split('/').map(unescaped), reason }));
    for (const kind of reason.kinds) rows.set(kind, [...(rows.get(kind) ?? []), ...patterns]);
  }
  return rows;
}

/** As in a JSON pointer: a key with a slash. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/');
}

function fits({ parts, reason: { only } }: Row, path: Field['path'], field: Field): boolean {
  if ((only ?? field.peek()) !== field.peek()) return false;
  if (parts[0] === '**') return true;
  if (parts.length !== path.length) return false;
  return parts.every((part, index) => part === '*' || part === String(path[index]));
}
