import { k8s } from 'cdk8s-plus-28';
import { type PodAddition, together } from './addition';
import { hardenedContainer } from './hardened-container';
import type { Identity } from './identity';
import { mergePatch } from './merge-patch';
import type { PodProps } from './pod-props';
import type { SpreadSpec } from './spread';
import { unbrokenPod } from './unbroken';

/**
 * User and group of every process. Above 10000, so that no user of a node has the same number:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/ asks for "not root", scanners for more.
 */
export const defaultUid = 10001;

/** What a construct puts into its pod. */
export interface PodParts {
  readonly identity: Identity;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly initContainers?: readonly k8s.Container[];
  /** The main one first. */
  readonly containers: readonly [k8s.Container, ...k8s.Container[]];
  readonly volumes?: readonly k8s.Volume[];
  /** What else comes into the pod and its main container. */
  readonly additions?: readonly PodAddition[];
  /** Where the props say nothing. */
  readonly terminationGracePeriodSeconds: number;
  readonly restartPolicy?: 'Always' | 'Never';
  readonly spread?: SpreadSpec;
}

/** The one pod template that every construct uses: it meets the Pod Security Standard `restricted`, until told otherwise. */
export function hardenedPod(parts: PodParts, given: PodProps = {}): k8s.PodTemplateSpec {
  const annotations = { ...parts.annotations, ...together(parts.additions ?? []).annotations, ...given.podAnnotations };
  return {
    metadata: {
      labels: { ...parts.identity.labels, ...given.podLabels },
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: unbrokenPod(mergePatch<k8s.PodSpec>(hardenedSpec(parts, given), given.pod)),
  };
}

function hardenedSpec(parts: PodParts, given: PodProps): k8s.PodSpec {
  const { uid = defaultUid } = given;
  return {
    serviceAccountName: given.serviceAccountName ?? parts.identity.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    restartPolicy: parts.restartPolicy,
    terminationGracePeriodSeconds: given.terminationGracePeriodSeconds ?? parts.terminationGracePeriodSeconds,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: uid,
      runAsGroup: uid,
      fsGroup: uid,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    },
    ...parts.spread,
    ...placement(given),
    ...contents(parts, given),
  };
}

function placement({ nodeSelector, tolerations, priorityClassName, imagePullSecrets }: PodProps): Partial<k8s.PodSpec> {
  return {
    nodeSelector,
    tolerations: tolerations && [...tolerations],
    priorityClassName,
    imagePullSecrets: imagePullSecrets && [...imagePullSecrets],
  };
}

function contents(parts: PodParts, given: PodProps): Pick<k8s.PodSpec, 'initContainers' | 'containers' | 'volumes'> {
  const [main, ...others] = parts.containers;
  const hardened = (container: k8s.Container) => hardenedContainer(parts.identity.app, container);
  const added = together(parts.additions ?? []);
  const initContainers = [...(parts.initContainers ?? []), ...(given.initContainers ?? [])];
  const volumes = instead([...(parts.volumes ?? []), ...added.volumes], given.volumes, ({ name }) => name);
  return {
    ...(initContainers.length > 0 && { initContainers: initContainers.map(hardened) }),
    containers: [
      mergePatch(hardened(withMounts(main, [...added.volumeMounts, ...(given.volumeMounts ?? [])])), given.container),
      ...[...others, ...(given.containers ?? [])].map(hardened),
    ],
    ...(volumes.length > 0 && { volumes }),
  };
}

function withMounts(main: k8s.Container, mounts: readonly k8s.VolumeMount[]): k8s.Container {
  if (mounts.length === 0) return main;
  return { ...main, volumeMounts: instead(main.volumeMounts, mounts, ({ mountPath }) => mountPath) };
}

/** Both lists; of two with the same key, the second's. */
function instead<T>(ours: readonly T[] = [], theirs: readonly T[] = [], key: (item: T) => string): T[] {
  return [...new Map([...ours, ...theirs].map((item) => [key(item), item])).values()];
}

/** A place that a process may write to and that ends with its pod. */
export function scratch(name: string, sizeLimit: string, medium?: 'Memory'): k8s.Volume {
  return { name, emptyDir: { sizeLimit: k8s.Quantity.fromString(sizeLimit), ...(medium && { medium }) } };
}
