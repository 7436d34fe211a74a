import type { PodIdentity } from './read-container';
import type { Surroundings } from './surroundings';

/** Whether a cluster mounts a token for its API because neither the pod nor its account, as made here, says a word. */
export function takesToken({ spec, namespace }: PodIdentity, around: Surroundings): boolean {
  const [name] = ['serviceAccountName', 'serviceAccount'].flatMap((key) => spec.at(key).peek() ?? []);
  const account = around.account(namespace, String(name ?? 'default'));
  return [spec, account?.root].every((place) => !place?.at('automountServiceAccountToken').exists);
}
