import { config, secretFiles } from '../checks/config';
import { optional, type Rules } from '../checks/props';
import { isText } from '../checks/text';
import type { Reference } from '../connections/reference';
import type { Config } from '../pods/config';

/** What a container reads beside its variables, and what makes its pods anew when that changes. */
export interface FileProps {
  /**
   * Files of the main container, by their paths in it: text, or files of the project (`ConfigFile.fromPath`). They are
   * the keys of one ConfigMap, `<name>-config`, each mounted at its very path, for reading alone; a file that the image
   * has there is hidden, and those beside it stay. A hash of their content on the pods makes these anew when it changes.
   *
   * What is read by whoever reads the manifests is no place for secrets: `secretFiles` is.
   *
   * @default - no files
   */
  readonly config?: Config;
  /**
   * Keys of Secrets as files of the main container, by their paths below `/run/secrets`. The pod's group alone may read
   * them (0440). A kubelet renews them when the Secret changes.
   *
   * @default - no files
   */
  readonly secretFiles?: SecretFiles;
  /**
   * Any text: another one makes the pods anew. For what changed where no manifest shows it, such as a Secret's value in
   * a variable. It stands in the annotation `cdk8s-tandem/restart-token`.
   *
   * @default - none
   */
  readonly restartToken?: string;
}

/** Keys of Secrets as files, by their paths. */
export type SecretFiles = Readonly<Record<string, Reference>>;

export const fileRules: Rules<FileProps> = {
  config: optional(config),
  secretFiles: optional(secretFiles),
  restartToken: optional(isText),
};
