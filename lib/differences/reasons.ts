import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';
import { reasonsOfEnv } from './reasons/env';
import { reasonsOfEveryObject } from './reasons/every-object';
import { reasonsOfNetworkPolicies } from './reasons/network-policies';
import { reasonsOfOtherObjects } from './reasons/other-objects';
import { reasonsOfPods } from './reasons/pod';
import { reasonsOfPodOwners } from './reasons/pod-owners';
import type { Because, Reason } from './reasons/reason';
import { reasonsOfServices } from './reasons/services';
import { reasonsOfStorage } from './reasons/storage';

/** All that Compose leaves out, and why. */
const reasons: readonly Reason[] = [
  ...reasonsOfEveryObject,
  ...reasonsOfPods,
  ...reasonsOfEnv,
  ...reasonsOfPodOwners,
  ...reasonsOfServices,
  ...reasonsOfNetworkPolicies,
  ...reasonsOfStorage,
  ...reasonsOfOtherObjects,
];

export function reasonFor(manifest: Manifest, field: Field): Because | undefined {
  const template = podOwner(manifest)?.template;
  const inPod = template?.every((key, index) => field.path[index] === key) ?? false;
  const pathOf = (kind: string) => {
    if (kind === 'pod') return inPod ? field.path.slice(template?.length) : undefined;
    return kind === '*' || kind === manifest.kind ? field.path : undefined;
  };
  const found = reasons.find(
    ({ kinds, fields, only }) =>
      (only ?? field.peek()) === field.peek() &&
      kinds.map(pathOf).some((path) => path && fields.some((pattern) => matches(pattern, path))),
  );
  return found && { reason: found.reason, means: found.means };
}

function matches(pattern: string, path: Field['path']): boolean {
  const parts = pattern.split('/');
  return parts.length === path.length && parts.every((part, index) => part === '*' || part === String(path[index]));
}
