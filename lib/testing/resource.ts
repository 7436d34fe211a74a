/** A Kubernetes object as it will be applied. It cannot be changed: all tests of an app see the same one. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  /** `spec`, `data` or whatever its kind has. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a field that has any shape.
  readonly [field: string]: any;
}

export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A container as its pod has it. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number; readonly protocol?: string }[];
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string | number>>;
    readonly limits?: Readonly<Record<string, string | number>>;
  };
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
  // biome-ignore lint/suspicious/noExplicitAny: probes, security and whatever else Kubernetes has.
  readonly [field: string]: any;
}

/** `Deployment`, or `apps/v1/Deployment` where another group has a kind of that name. */
export type Kind = KnownKind | (string & Record<never, never>);

type KnownKind = (typeof knownKinds)[number];

/** Those that an editor offers. */
export const knownKinds = [
  'ConfigMap',
  'CronJob',
  'DaemonSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Ingress',
  'Job',
  'Namespace',
  'NetworkPolicy',
  'PersistentVolumeClaim',
  'Pod',
  'PodDisruptionBudget',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
  'StatefulSet',
] as const;
