import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';
import { configMap, secret } from './data-values';
import { ingress, networkPolicy, service } from './network-values';
import { partAt } from './part';
import { findingsAt, type Place } from './places';
import { isOurs } from './pod-specs';
import { autoscaler, budget } from './scaling-values';
import { annotations, labels } from './value-checks';
import { claim, cronJob, daemonSet, deployment, job, statefulSet } from './workload-values';

/** Values in an object of a stranger that no API server takes; of ours each prop was asked. */
export function wrongObjectValues(manifest: Manifest): readonly Problem[] {
  const { construct, apiVersion, kind, root } = manifest;
  if (isOurs(manifest)) return [];
  const find = finders.get(`${apiVersion}/${kind}`);
  const part = partAt(root);
  return [...ofEvery(part), ...(find?.(part) ?? [])].map((finding) => ({ construct, ...finding }));
}

const ofEvery = findingsAt([
  ['metadata/labels', labels],
  ['metadata/annotations', annotations],
]);

const values: Readonly<Record<string, readonly Place[]>> = {
  'apps/v1/DaemonSet': daemonSet,
  'apps/v1/Deployment': deployment,
  'apps/v1/StatefulSet': statefulSet,
  'autoscaling/v2/HorizontalPodAutoscaler': autoscaler,
  'batch/v1/CronJob': cronJob,
  'batch/v1/Job': job,
  'networking.k8s.io/v1/Ingress': ingress,
  'networking.k8s.io/v1/NetworkPolicy': networkPolicy,
  'policy/v1/PodDisruptionBudget': budget,
  'v1/ConfigMap': configMap,
  'v1/PersistentVolumeClaim': claim('spec'),
  'v1/Secret': secret,
  'v1/Service': service,
};

const finders = new Map(Object.entries(values).map(([kind, places]) => [kind, findingsAt(places)]));
