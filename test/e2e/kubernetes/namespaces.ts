import { run } from '../run';

/** A namespace's name is the definition's, so it may be somebody's: then we neither use it nor delete it. */
export async function refuseForeign(namespaces: readonly string[]): Promise<void> {
  for (const namespace of namespaces) {
    const found = await run('kubectl', ['get', 'namespace', namespace, '--ignore-not-found', '--output=name']);
    if (found.stdout)
      throw new Error(`the cluster has a namespace ${namespace} already: delete it, or use another cluster`);
  }
}

/** Once a namespace is on its way out no pod comes anew: so none is waited for longer than it takes to kill it. */
export async function removeNamespaces(namespaces: readonly string[]): Promise<void> {
  await run('kubectl', ['delete', 'namespace', ...namespaces, '--ignore-not-found', '--wait=false']);
  for (const namespace of namespaces)
    await run('kubectl', ['delete', 'pods', '--all', `--namespace=${namespace}`, '--grace-period=1', '--wait=false']);
  const gone = namespaces.map((namespace) => `namespace/${namespace}`);
  await run('kubectl', ['wait', '--for=delete', ...gone, '--timeout=120s']);
}
