import type { Field } from '../manifests/field';
import type { Content } from './content';

export interface Mount {
  readonly field: Field;
  readonly volume: string;
  readonly path: string;
  readonly subPath?: string;
  readonly readOnly: boolean;
}

export type Volume =
  | {
      readonly field: Field;
      readonly name: string;
      readonly type: 'claim';
      readonly claim: string;
      readonly readOnly: boolean;
      /** One of the pod lives and dies with it; of one that nobody here makes, nobody here knows what it holds. */
      readonly madeBy: 'the app' | 'the pod' | 'nobody here';
    }
  | {
      readonly field: Field;
      readonly name: string;
      readonly type: 'scratch';
      /** Of whichever pages. */
      readonly memory: boolean;
      readonly sizeLimit?: bigint;
    }
  | {
      readonly field: Field;
      readonly name: string;
      readonly type: 'files';
      readonly files: readonly VolumeFile[];
      readonly missing: readonly MissingFile[];
      /** Whether all of its sources are known here: without a file it is an empty folder. */
      readonly known: boolean;
    }
  | {
      readonly field: Field;
      readonly name: string;
      readonly type: 'host';
      readonly path: string;
      readonly kind: string;
    }
  | {
      readonly field: Field;
      readonly name: string;
      readonly type: 'nfs';
      readonly server: string;
      readonly path: string;
      readonly readOnly: boolean;
    }
  | { readonly field: Field; readonly name: string; readonly type: 'image'; readonly reference: string }
  | { readonly field: Field; readonly name: string; readonly type: 'unknown'; readonly source: string };

/** One file of a volume; its path is relative to the mount. */
export interface VolumeFile {
  /** The leaf that says what it holds: of a ConfigMap, or of the pod. */
  readonly field: Field;
  readonly path: string;
  readonly mode: number;
  readonly source: ConfigKey | SecretKey | PodFile;
}

/** A key that the app should have made. */
export interface MissingFile {
  readonly field: Field;
}

/** What the pod says of itself. */
export interface PodFile {
  readonly from: 'pod';
  readonly content: string;
  readonly near?: Near;
}

export interface ConfigKey {
  readonly from: 'config';
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
  readonly content: Content;
}

export interface SecretKey {
  readonly from: 'secret';
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
  /** Only of a Secret that the app itself makes. */
  readonly value?: Content;
  /** A program of the cluster makes the Secret of an object of the app. */
  readonly made?: boolean;
}

/** Why a value is not the very one that a cluster gives. */
export type Near =
  | 'pod name'
  | 'job name'
  | 'pod uid'
  | 'annotations'
  | 'no such entry'
  | 'relaxed name'
  | 'completion index';
