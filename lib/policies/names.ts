import { inTurn } from '../checks/check';
import { name, nameInPod, namespaceName, objectName } from '../checks/name';
import type { Check, Problem } from '../checks/problem';
import { textCheck } from '../checks/text-check';
import type { Manifest } from '../manifests/manifest';
import { mapsAt } from './bare';
import { isOurs, type PodSpec } from './pod-specs';

/** What objects of others are called: our own are asked before they are made. */
export function wrongNames(manifest: Manifest): readonly Problem[] {
  const check = nameOf(manifest);
  if (!check || isOurs(manifest)) return [];
  const { construct, name, namespace } = manifest;
  return [
    ...check(name).map((finding) => ({ construct, ...finding, prop: 'metadata/name' })),
    ...(namespace === '' ? [] : namespaceName(namespace)).map((finding) => ({
      construct,
      ...finding,
      prop: 'metadata/namespace',
    })),
  ];
}

/** A pod runs something, and its containers and volumes have names. One that is called as its owner is told there. */
export function wrongNamesInPod({ manifest, isOurs, spec, containers, volumes }: PodSpec): readonly Problem[] {
  const { construct } = manifest;
  const asked = mapsAt(spec.said, 'containers').length;
  if (asked === 0) return [{ construct, prop: spec.field.at('containers').toString(), ...nothing }];
  return [...containers, ...volumes].flatMap(({ said: { name }, field }) => {
    if (isOurs && name === manifest.name) return [];
    return nameInPod(name).map((finding) => ({ construct, ...finding, prop: field.at('name').toString() }));
  });
}

const nothing = {
  wrong: 'are none',
  expected: 'at least one container.',
  fix: "write one, such as { name: 'main', image: … }.",
};

const service = name(63, 'as long as a host name may be');
const statefulSet = inTurn(
  objectName,
  textCheck({
    expected: 'at most 63 characters without a dot.',
    example: 'db',
    faults: [
      { when: /\./, wrong: 'holds a dot: its pods are hosts of that name', fix: 'write "-" in its place.' },
      {
        when: (text) => text.length > 63,
        wrong: (text) => `has ${text.length} characters: its pods bear it as a label`,
        fix: 'write a shorter one.',
      },
    ],
  }),
);
const cronJob = inTurn(
  objectName,
  textCheck({
    expected: 'at most 52 characters.',
    example: 'nightly',
    faults: [
      {
        when: (text) => text.length > 52,
        wrong: (text) => `has ${text.length} characters: a job of it has eleven more`,
        fix: 'write a shorter one.',
      },
    ],
  }),
);

/** The API server asks most for a subdomain of DNS, some for less, and of kinds that are not here nothing is said. */
const checks: Readonly<Record<string, Check>> = {
  'apps/v1/DaemonSet': objectName,
  'apps/v1/Deployment': objectName,
  'apps/v1/ReplicaSet': objectName,
  'apps/v1/StatefulSet': statefulSet,
  'autoscaling/v2/HorizontalPodAutoscaler': objectName,
  'batch/v1/CronJob': cronJob,
  'batch/v1/Job': objectName,
  'networking.k8s.io/v1/Ingress': objectName,
  'networking.k8s.io/v1/NetworkPolicy': objectName,
  'policy/v1/PodDisruptionBudget': objectName,
  'v1/ConfigMap': objectName,
  'v1/Namespace': namespaceName,
  'v1/PersistentVolumeClaim': objectName,
  'v1/Pod': objectName,
  'v1/ReplicationController': objectName,
  'v1/Secret': objectName,
  'v1/Service': service,
  'v1/ServiceAccount': objectName,
};

function nameOf({ apiVersion, kind }: Manifest): Check | undefined {
  const id = `${apiVersion}/${kind}`;
  return Object.hasOwn(checks, id) ? checks[id] : undefined;
}
