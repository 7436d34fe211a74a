import type { Manifest } from '../manifests/manifest';
import type { Place } from '../manifests/place';
import { rowsFor, rowsOf } from './reason-rows';
import { reasonsOfClaims } from './reasons/claims';
import { reasonsOfConfigs } from './reasons/configs';
import { reasonsOfContainers } from './reasons/containers';
import { reasonsOfEnv } from './reasons/env';
import { reasonsOfEveryObject } from './reasons/every-object';
import { reasonForForeign } from './reasons/foreign-objects';
import { reasonsOfJobs } from './reasons/jobs';
import { reasonsOfNetworkPolicies } from './reasons/network-policies';
import { reasonsOfOtherObjects } from './reasons/other-objects';
import { reasonsOfPods } from './reasons/pod';
import { reasonsOfPodOwners } from './reasons/pod-owners';
import type { Because, Reason } from './reasons/reason';
import { reasonsOfResources } from './reasons/resources';
import { reasonsOfScheduling } from './reasons/scheduling';
import { reasonsOfSecurity } from './reasons/security';
import { reasonsOfServices } from './reasons/services';
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
  ...reasonsOfJobs,
  ...reasonsOfServices,
  ...reasonsOfNetworkPolicies,
  ...reasonsOfClaims,
  ...reasonsOfConfigs,
  ...reasonsOfOtherObjects,
];

const rows = rowsOf(reasons);

/** Why a place of the manifest is left out, whatever stands there or because of that. */
export function reasonsFor(manifest: Manifest): (place: Place, value: unknown) => Because | undefined {
  const rowAt = rowsFor(rows, manifest);
  const otherwise = reasonForForeign(manifest.apiVersion);
  return (place, value) => rowAt(place, value)?.reason ?? otherwise;
}
