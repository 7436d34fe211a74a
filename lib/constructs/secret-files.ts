import type { k8s } from 'cdk8s-plus-28';
import type { SecretPiece } from '../connections/reference';
import type { PodAddition } from '../pods/addition';
import type { SecretFiles } from './file-props';

/** Where secrets lie in a container, as in one of Compose. */
export const secretsFolder = '/run/secrets';

/**
 * One folder with all of them, which the pod's group alone may read. A kubelet renews it when a Secret changes: a
 * process that reads the file each time has the new value within minutes, without a restart.
 */
export function secretFiles(files: SecretFiles): PodAddition {
  const volume = { name: 'secrets', projected: { defaultMode: 0o440, sources: sourcesOf(files) } };
  return {
    volumes: [volume],
    volumeMounts: [{ name: 'secrets', mountPath: secretsFolder, readOnly: true }],
  };
}

function sourcesOf(files: SecretFiles): k8s.VolumeProjection[] {
  const bySecret = new Map<string, k8s.KeyToPath[]>();
  for (const [path, { pieces }] of Object.entries(files)) {
    for (const { secretName, key } of pieces.filter((piece): piece is SecretPiece => typeof piece !== 'string')) {
      const items = bySecret.get(secretName) ?? [];
      bySecret.set(secretName, [...items, { key, path: path.slice(secretsFolder.length + 1) }]);
    }
  }
  return [...bySecret].map(([name, items]) => ({ secret: { name, items } }));
}
