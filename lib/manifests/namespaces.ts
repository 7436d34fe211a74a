import type { Manifest } from './manifest';

/**
 * A Namespace for each that the app's objects are in and that it does not make itself, with Kubernetes' strictest Pod
 * Security level enforced. See https://kubernetes.io/docs/concepts/security/pod-security-standards/.
 */
export function missingNamespaces(manifests: readonly Manifest[]): readonly object[] {
  const made = manifests.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name);
  const used = manifests.map(({ namespace }) => namespace).filter((namespace) => namespace !== '');
  return [...new Set(used)].filter((namespace) => !made.includes(namespace)).map(namespaceOf);
}

function namespaceOf(name: string): object {
  const labels = Object.fromEntries(
    ['audit', 'enforce', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
  );
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}
