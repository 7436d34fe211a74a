import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { inTurn, listOf, oneOf, satisfying } from '../../checks/check';
import { storageClassName } from '../../checks/name';
import { volumePath } from '../../checks/pod-parts';
import type { Finding } from '../../checks/problem';
import { optional, type Rules, required } from '../../checks/props';
import { size } from '../../checks/size';
import { typedObject } from '../../objects/typed-object';
import type { PodAddition } from '../../pods/addition';
import type { Identity } from '../../pods/identity';
import { quantity, type SizeQuantity, sizeText } from '../../pods/resources';
import { parallelismOf, type ShareProps } from './share';

/** A claim of the job's own, which is there after each run. */
export interface Checkpoint {
  /** Size of the volume. */
  readonly size: SizeQuantity;
  /**
   * Where the process finds it, and what `CHECKPOINT_DIR` says.
   *
   * @default /checkpoint
   */
  readonly mountPath?: string;
  /**
   * StorageClass of the volume.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
  /**
   * Who may mount the volume. Where pods of a run go at once, or two runs, only `ReadWriteMany` lets them be on several nodes.
   *
   * @default - ReadWriteOnce
   */
  readonly accessModes?: readonly string[];
}

export interface CheckpointProps extends ShareProps {
  readonly checkpoint?: Checkpoint;
  /** Of what runs on a schedule. */
  readonly concurrencyPolicy?: string;
}

const someMode = satisfying(
  (value) => (value as readonly unknown[]).length > 0,
  'is empty',
  'one mode at the least.',
  "leave it out, or write ['ReadWriteOnce'].",
);

export const checkpointRules: Rules<Checkpoint> = {
  size: required(size, '1Gi'),
  mountPath: optional(volumePath),
  storageClassName: optional(storageClassName),
  accessModes: optional(inTurn(listOf(oneOf('ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany')), someMode)),
};

export function checkpointDir({ mountPath = '/checkpoint' }: Checkpoint): string {
  return mountPath;
}

export function checkpointClaim(
  construct: Construct,
  { name, metadata }: Identity,
  { size, storageClassName, accessModes = ['ReadWriteOnce'] }: Checkpoint,
): k8s.KubePersistentVolumeClaim {
  return typedObject(k8s.KubePersistentVolumeClaim, construct, 'checkpoint', {
    metadata: { ...metadata, name: claimName(name) },
    spec: {
      accessModes: [...accessModes],
      resources: { requests: { storage: quantity(sizeText(size)) } },
      ...(storageClassName !== undefined && { storageClassName }),
    },
  });
}

/** A folder of the volume, not its root: some storage has a folder `lost+found` there. */
export function checkpointMount(name: string, checkpoint: Checkpoint): PodAddition {
  return {
    volumes: [{ name: 'checkpoint', persistentVolumeClaim: { claimName: claimName(name) } }],
    volumeMounts: [{ name: 'checkpoint', mountPath: checkpointDir(checkpoint), subPath: name }],
  };
}

function claimName(name: string): string {
  return `${name}-checkpoint`;
}

/** Pods on several nodes would wait for the volume, and the run with them. */
export function checkpointTogether({ checkpoint, concurrencyPolicy, ...props }: CheckpointProps): readonly Finding[] {
  if (!checkpoint || checkpoint.accessModes?.includes('ReadWriteMany')) return [];
  const parallelism = parallelismOf(props);
  return [
    ...(parallelism > 1 ? [oneNode(checkpoint, `${parallelism} pods go at once`, 'parallelism: 1')] : []),
    ...(concurrencyPolicy === 'Allow'
      ? [oneNode(checkpoint, 'two runs may go at once', "concurrencyPolicy: 'Forbid'")]
      : []),
  ];
}

function oneNode({ accessModes: got = ['ReadWriteOnce'] }: Checkpoint, but: string, other: string): Finding {
  return {
    prop: 'checkpoint.accessModes',
    wrong: `lets one node mount the volume, and ${but}`,
    got,
    expected: 'ReadWriteMany, of a class that has it, or one pod at a time.',
    fix: `write accessModes: ['ReadWriteMany'], or ${other}.`,
  };
}
