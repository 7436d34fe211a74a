import type { PodProps } from '../pods/pod-props';
import { inTurn, integer, isMap, listOf, mapOf } from './check';
import { found, within } from './finding';
import { image } from './image';
import { annotation, label } from './label';
import { nameInPod, objectName, secretName } from './name';
import { mountPath } from './path';
import type { Check, Finding } from './problem';
import { optional, type Rules } from './props';

/** What else is in these objects the API server knows best; what they are told apart by must be right. */
const objectWith = (keys: Readonly<Record<string, Check>>): Check =>
  inTurn(isMap, (value) =>
    Object.entries(keys).flatMap(([key, check]) =>
      within(key, check((value as Readonly<Record<string, unknown>>)[key])),
    ),
  );

const container = objectWith({ name: nameInPod, image });

export const podRules: Rules<PodProps> = {
  initContainers: optional(listOf(container)),
  containers: optional(listOf(container)),
  volumes: optional(listOf(objectWith({ name: nameInPod }))),
  volumeMounts: optional(listOf(objectWith({ name: nameInPod, mountPath }))),
  terminationGracePeriodSeconds: optional(integer(1, 86_400, ', at most a day', 60)),
  podAnnotations: optional(
    mapOf(
      () => [],
      (value, key) => annotation(key, value),
    ),
  ),
  podLabels: optional(mapOf(freeLabel, (value, key) => label(key, value))),
  nodeSelector: optional(
    mapOf(
      () => [],
      (value, key) => label(key, value),
    ),
  ),
  tolerations: optional(listOf(isMap)),
  priorityClassName: optional(objectName),
  imagePullSecrets: optional(listOf(objectWith({ name: secretName }))),
  serviceAccountName: optional(objectName),
  uid: optional(integer(1, 2 ** 31 - 1, ': 0 is root', 10001)),
  pod: optional(isMap),
  container: optional(isMap),
};

/** A pod with another value would belong to nobody. */
function freeLabel(key: unknown): readonly Finding[] {
  if (key !== 'app.kubernetes.io/instance') return [];
  return found(key, 'is the label by which the pods are selected', 'a label of your own.', 'write another label.');
}
