import { k8s } from 'cdk8s-plus-28';
import type { PodProps } from '../pods/pod-props';
import { inTurn, integer, isMap, listOf, mapOf } from './check';
import { found, within } from './finding';
import { image } from './image';
import { kubernetesWords } from './kubernetes-words';
import { annotation, label, unwritten } from './label';
import { nameInPod, objectName, secretName } from './name';
import { eachOnce, toleration, volumePath } from './pod-parts';
import type { Check, Finding } from './problem';
import { optional, type Rules } from './props';

/** What else is in these objects the API server knows best; what they are told apart by must be right. */
const objectWith = (keys: Readonly<Record<string, Check>>): Check =>
  inTurn(isMap, (value) =>
    Object.entries(keys).flatMap(([key, check]) =>
      within(key, check((value as Readonly<Record<string, unknown>>)[key])),
    ),
  );

const container = inTurn(objectWith({ name: nameInPod, image }), kubernetesWords(k8s.toJson_Container));

export const podRules: Rules<PodProps> = {
  initContainers: optional(eachOnce('name', container)),
  containers: optional(eachOnce('name', container)),
  volumes: optional(eachOnce('name', inTurn(objectWith({ name: nameInPod }), kubernetesWords(k8s.toJson_Volume)))),
  volumeMounts: optional(
    eachOnce(
      'mountPath',
      inTurn(objectWith({ name: nameInPod, mountPath: volumePath }), kubernetesWords(k8s.toJson_VolumeMount)),
    ),
  ),
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
  tolerations: optional(listOf(toleration)),
  priorityClassName: optional(objectName),
  imagePullSecrets: optional(listOf(objectWith({ name: secretName }))),
  serviceAccountName: optional(objectName),
  uid: optional(integer(1, 2 ** 31 - 1, ': 0 is root', 10001)),
  pod: optional(inTurn(isMap, writable, kubernetesWords(k8s.toJson_PodSpec))),
  container: optional(inTurn(isMap, writable, kubernetesWords(k8s.toJson_Container))),
};

/** cdk8s asks every map for its constructor before it writes it. */
function writable(value: unknown): readonly Finding[] {
  return Object.hasOwn(value as object, 'constructor') ? within('constructor', unwritten) : [];
}

/** A pod with another value would belong to nobody. */
function freeLabel(key: unknown): readonly Finding[] {
  if (key !== 'app.kubernetes.io/instance') return [];
  return found(key, 'is the label by which the pods are selected', 'a label of your own.', 'write another label.');
}
