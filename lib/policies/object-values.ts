import { satisfying } from '../checks/check';
import { labelName } from '../checks/label';
import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';
import { configMap, secret } from './data-values';
import { endpoints } from './endpoint-values';
import { apiService, definition, policy, policyBinding, webhooks } from './extension-values';
import { ingress, ingressClass } from './ingress-values';
import { cronJob, job } from './job-values';
import { requiredIn } from './least';
import { leastObjects, leastOfAll } from './least-objects';
import { leastOfClusters } from './least-of-clusters';
import { networkPolicy } from './network-values';
import { partAt } from './part';
import { findingsAt, type Place } from './places';
import { isOurs } from './pod-specs';
import { clusterRole, clusterRoleBinding, role, roleBinding } from './rights-values';
import { autoscaler, budget, priority, simpleAutoscaler } from './scaling-values';
import { service } from './service-values';
import { attachment, claim, limitRange, quota, storageClass, volume } from './storage-values';
import { tolerations } from './tolerations';
import { annotations, labels } from './value-checks';
import { daemonSet, deployment, replicaSet, replicationController, statefulSet } from './workload-values';

/** Values in an object of a stranger that no API server takes; of ours each prop was asked. */
export function wrongObjectValues(manifest: Manifest): readonly Problem[] {
  const { construct, apiVersion, kind, root } = manifest;
  if (isOurs(manifest)) return [];
  const find = finders.get(`${apiVersion}/${kind}`);
  const part = partAt(root);
  return [...ofEvery(part), ...(find?.(part) ?? [])].map((finding) => ({ construct, ...finding }));
}

const inFull = satisfying(
  (value) => ['kubernetes', 'orphan', 'foregroundDeletion'].includes(String(value)) || String(value).includes('/'),
  'is no name of a finalizer in full',
  'a name with a domain, such as example.com/files.',
  'write it in full.',
);

const exclusive = satisfying(
  (value) => !Array.isArray(value) || !['orphan', 'foregroundDeletion'].every((name) => value.includes(name)),
  'keep what belongs to it, and wait until it is gone',
  'one of orphan and foregroundDeletion.',
  'leave one out.',
);

const ofEvery = findingsAt([
  ...requiredIn(leastOfAll),
  ['metadata/labels', labels],
  ['metadata/annotations', annotations],
  ['metadata/finalizers', exclusive],
  ['metadata/finalizers/*', labelName],
]);

const group = 'admissionregistration.k8s.io/v1';

const values: Readonly<Record<string, readonly Place[]>> = {
  [`${group}/MutatingWebhookConfiguration`]: webhooks,
  [`${group}/ValidatingAdmissionPolicy`]: policy,
  [`${group}/ValidatingAdmissionPolicyBinding`]: policyBinding,
  [`${group}/ValidatingWebhookConfiguration`]: webhooks,
  'apiextensions.k8s.io/v1/CustomResourceDefinition': definition,
  'apiregistration.k8s.io/v1/APIService': apiService,
  'apps/v1/DaemonSet': daemonSet,
  'apps/v1/Deployment': deployment,
  'apps/v1/ReplicaSet': replicaSet,
  'apps/v1/StatefulSet': statefulSet,
  'autoscaling/v1/HorizontalPodAutoscaler': simpleAutoscaler,
  'autoscaling/v2/HorizontalPodAutoscaler': autoscaler,
  'batch/v1/CronJob': cronJob,
  'batch/v1/Job': job,
  'networking.k8s.io/v1/Ingress': ingress,
  'networking.k8s.io/v1/IngressClass': ingressClass,
  'networking.k8s.io/v1/NetworkPolicy': networkPolicy,
  'node.k8s.io/v1/RuntimeClass': tolerations.map(([path, check]) => [`scheduling/${path}`, check]),
  'policy/v1/PodDisruptionBudget': budget,
  'rbac.authorization.k8s.io/v1/ClusterRole': clusterRole,
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': clusterRoleBinding,
  'rbac.authorization.k8s.io/v1/Role': role,
  'rbac.authorization.k8s.io/v1/RoleBinding': roleBinding,
  'scheduling.k8s.io/v1/PriorityClass': priority,
  'storage.k8s.io/v1/StorageClass': storageClass,
  'storage.k8s.io/v1/VolumeAttachment': attachment,
  'v1/ConfigMap': configMap,
  'v1/Endpoints': endpoints,
  'v1/LimitRange': limitRange,
  'v1/PersistentVolume': volume,
  'v1/PersistentVolumeClaim': claim('spec'),
  'v1/ReplicationController': replicationController,
  'v1/ResourceQuota': quota,
  'v1/Secret': secret,
  'v1/Service': service,
};

const least = { ...leastObjects, ...leastOfClusters };

/** In groups whose objects the API server asks less of, as it does of kinds that it has learnt, the name may be short. */
const asksLess = /^(?:admissionregistration|apiextensions|apiregistration|node)\.|^policy\//;

const finders = new Map(
  [...new Set([...Object.keys(least), ...Object.keys(values)])].map((kind) => [
    kind,
    findingsAt([...requiredIn(least[kind] ?? {}), ...(values[kind] ?? []), ...finalizersOf(kind)]),
  ]),
);

function finalizersOf(kind: string): readonly Place[] {
  return asksLess.test(kind) ? [] : [['metadata/finalizers/*', inFull]];
}
