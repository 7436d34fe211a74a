import type { k8s } from 'cdk8s-plus-28';
import type { MergePatch } from './merge-patch';

/** What every construct takes of its pod beside what it is about, in Kubernetes' own words and shapes. */
export interface PodProps {
  /**
   * Containers that run to their end, one after the other, before the others start; with `restartPolicy: 'Always'`
   * they keep running beside them. Each is hardened like the main one, unless its own `securityContext` says otherwise:
   * its words win field by field.
   *
   * @default - none of yours
   */
  readonly initContainers?: readonly k8s.Container[];
  /**
   * Containers beside the main one, such as an exporter. They are hardened like it, as init containers are. A run of a
   * job is over when all of them have ended.
   *
   * @default - none of yours
   */
  readonly containers?: readonly k8s.Container[];
  /**
   * Volumes of the pod. One that is named like one of the construct's own, such as `tmp`, takes its place.
   *
   * @default - none of yours
   */
  readonly volumes?: readonly k8s.Volume[];
  /**
   * Where the main container finds volumes. What is mounted where the construct mounts something takes its place.
   *
   * @default - none of yours
   */
  readonly volumeMounts?: readonly k8s.VolumeMount[];
  /**
   * How long a pod may take to end, in seconds; then it is killed.
   *
   * @default - as its work asks for
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Annotations of the pod: another value makes new pods.
   *
   * @default - none of yours
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Labels of the pod beside those by which it is selected.
   *
   * @default - none of yours
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Labels that a node must have.
   *
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints of nodes that the pod bears.
   *
   * @default - none
   */
  readonly tolerations?: readonly k8s.Toleration[];
  /**
   * Who makes room for whom when the cluster is full. A class that does not exist keeps the pod from being made.
   *
   * @default - the cluster's default class
   */
  readonly priorityClassName?: string;
  /**
   * Secrets with the logins of registries.
   *
   * @default - none
   */
  readonly imagePullSecrets?: readonly k8s.LocalObjectReference[];
  /**
   * An account that exists, such as one with the rights of a cloud: then the construct makes none of its own.
   *
   * @default - an account of its own, named like the construct, whose token is not mounted
   */
  readonly serviceAccountName?: string;
  /**
   * User and group of the processes, and group of the volumes: for an image or for files that insist on theirs.
   *
   * @default 10001
   */
  readonly uid?: number;
  /**
   * The way out of every default of the pod, and into whatever no prop says: a JSON merge patch of its `spec`, after all
   * else. Maps are merged field by field, lists replaced; `null` takes a field away, as in
   * `{ securityContext: { runAsUser: null } }` for a cluster that gives out the users.
   *
   * @default - no changes
   */
  readonly pod?: MergePatch<k8s.PodSpec>;
  /**
   * The same for the main container: `{ securityContext: { readOnlyRootFilesystem: false } }`.
   *
   * @default - no changes
   */
  readonly container?: MergePatch<k8s.Container>;
}
