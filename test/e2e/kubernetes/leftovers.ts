import { kubectl, namespace } from './kubectl';

/** The namespace, and the volumes that were made for it: they are of no namespace. */
export async function leftovers(): Promise<readonly string[]> {
  const found = await kubectl(['get', 'namespace', namespace, '--ignore-not-found', '--output=name']);
  const claims = '--output=jsonpath={range .items[*]}{.spec.claimRef.namespace}/{.spec.claimRef.name}{"\\n"}{end}';
  const volumes = (await kubectl(['get', 'persistentvolume', claims])).split('\n');
  return [found.trim(), ...volumes.filter((claim) => claim.startsWith(`${namespace}/`))].filter(Boolean);
}
