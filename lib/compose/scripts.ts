import { sha256 } from '../units/sha256';
import type { Fragment } from './fragment';

/** A file of ours that a service runs. */
export interface Script {
  /** Nothing of the app is called so: the key of a ConfigMap's file has a `_`. */
  readonly name: string;
  readonly content: string;
}

/** Mounts it in a folder of the container. The label changes with it, so that `up` makes the container anew. */
export function scriptOf({ name, content }: Script, folder: string): Fragment {
  const path = `./.tandem/scripts/${name}`;
  const hash = sha256(content).slice(0, 12);
  return {
    service: {
      configs: [{ source: name, target: `${folder}/${name}` }],
      labels: { [`files${folder.replaceAll('/', '.')}`]: hash },
    },
    file: { configs: { [name]: { file: path } } },
    assets: [{ path, content: [content], executable: false }],
  };
}
