import { kubectl, namespace } from './kubectl';

/** The namespace's name is the definition's, so it may be somebody's: then we neither use it nor delete it. */
export async function refuseForeign(): Promise<void> {
  const found = await kubectl(['get', 'namespace', namespace, '--ignore-not-found', '--output=name']);
  if (found) throw new Error(`the cluster has a namespace ${namespace} already: delete it, or use another cluster`);
}
