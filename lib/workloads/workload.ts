import type { Laptop } from '../local/set-up';
import type { Field } from '../manifests/field';
import type { PodOwner } from './pod-owners';
import type { Probes } from './probe';
import type { Dns } from './read-dns';
import type { Lifecycle } from './read-lifecycle';
import type { Platform } from './read-platform';
import type { Sharing } from './read-sharing';
import type { Text } from './text';
import type { Mount, Near, Volume } from './volume';

/**
 * What any target must run: a pod owner as read from its manifest, or one of its pods, where a laptop runs them one by
 * one. Plain data. Each part remembers the field it was
 * read from, so that whoever cannot carry it can name it.
 */
export interface Workload {
  readonly field: Field;
  /** Path of the construct that yields the manifest. */
  readonly construct: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly life: Life;
  /** How many pods the cluster runs. */
  readonly replicas: number;
  readonly pods: PodOwner['pods'];
  /** Which of the owner's pods it is; undefined where one workload stands for all of them. */
  readonly member?: Member;
  readonly pod: Pod;
  /** Names under which other pods find it. */
  readonly answersTo: readonly HostName[];
  /** What only the laptop was told. */
  readonly local: Laptop;
}

export interface Member {
  /** From 0 on. */
  readonly index: number;
  /** The number in its name. */
  readonly ordinal: number;
  /** Whether it starts when the one before it is ready. */
  readonly inOrder: boolean;
}

export type Life =
  | { readonly runs: 'always' }
  | { readonly runs: 'once' }
  | { readonly runs: 'on schedule'; readonly schedule: string; readonly timeZone?: string };

export interface Pod {
  readonly field: Field;
  /** Host name inside the pod and name of the pod, where it is stable: `mongo-0` of a StatefulSet. */
  readonly hostname: string;
  /** What a kubelet adds to the host name of a pod behind a headless Service. */
  readonly domain?: string;
  /** Whether its host name is the two together. */
  readonly fullHostname: boolean;
  readonly metadata: Field;
  /** Whether it has a token for the Kubernetes API without asking for one. */
  readonly takesToken: boolean;
  /** Those by which something selects the pod are read by whoever selects. */
  readonly labels: Readonly<Record<string, string>>;
  readonly graceSeconds: number;
  readonly restartPolicy: string;
  readonly fsGroup?: number;
  readonly supplementalGroups: readonly number[];
  readonly hostAliases: readonly HostAlias[];
  readonly dns: Dns;
  readonly shares: Sharing;
  /** By the name of the parameter. */
  readonly sysctls: Readonly<Record<string, string>>;
  readonly platform?: Platform;
  /** They run one after the other before the containers; one that is a sidecar keeps running beside them. */
  readonly initContainers: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
}

export interface HostAlias {
  readonly field: Field;
  readonly ip: string;
  readonly names: readonly string[];
}

export interface Container {
  readonly field: Field;
  readonly name: string;
  readonly image: string;
  readonly pullPolicy?: string;
  readonly sidecar: boolean;
  /** Of a container that says otherwise than its pod. */
  readonly restartPolicy?: string;
  readonly command?: readonly Text[];
  readonly args?: readonly Text[];
  readonly workingDir?: string;
  readonly stdin: boolean;
  readonly tty: boolean;
  readonly lifecycle: Lifecycle;
  readonly env: readonly EnvVar[];
  readonly missing: readonly MissingVar[];
  readonly ports: readonly ContainerPort[];
  readonly probes: Probes;
  readonly resources: Resources;
  readonly security: Security;
  readonly mounts: readonly Mount[];
}

export interface EnvVar {
  /** The leaf that says its value: of `env`, or of the ConfigMap that holds it. */
  readonly field: Field;
  readonly name: string;
  readonly value: Text;
  readonly near?: Near;
}

/** A variable that is left out: only a cluster knows it, it need not be there, or it cannot be there at all. */
export interface MissingVar {
  readonly field: Field;
  readonly name: string;
  readonly because: 'elsewhere' | 'optional' | 'no such key';
}

export interface ContainerPort {
  readonly field: Field;
  readonly number: number;
}

/** CPU in milli-cores. */
export interface Resources {
  readonly field: Field;
  readonly cpuRequest?: number;
  readonly cpuLimit?: number;
  readonly memoryRequest?: Memory;
  readonly memoryLimit?: Memory;
}

export interface Memory {
  readonly field: Field;
  readonly bytes: bigint;
}

/** One that the kernel enforces: `RuntimeDefault`, `Unconfined`, or `Localhost` for one on the disk of a node. */
export interface Profile {
  readonly field: Field;
  readonly type: string;
}

/** The container's own security context over its pod's. */
export interface Security {
  readonly field: Field;
  readonly user?: number;
  readonly group?: number;
  readonly readOnlyRoot: boolean;
  readonly privileged: boolean;
  readonly privilegeEscalation: boolean;
  readonly seccomp?: Profile;
  readonly appArmor?: Profile;
  /** Whether nothing of `/proc` is hidden. */
  readonly wholeProc: boolean;
  readonly dropCapabilities: readonly string[];
  readonly addCapabilities: readonly string[];
}

/** A Service's name, or a pod's behind one, and the ports under it. */
export interface HostName {
  readonly field: Field;
  readonly namespace: string;
  /** `mongo`, or `mongo-0.mongo-headless` for a member behind a headless Service. */
  readonly name: string;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly field: Field;
  readonly port: number;
  /** Where the pod listens; unknown where it is called by a name that no container gives to a port. */
  readonly target?: number;
}
