import { nearest } from '../checks/nearest';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { containersIn, type PodSpec, volumeParts } from '../policies/pod-specs';
import { push } from '../units/push';
import { surroundings } from '../workloads/surroundings';

/**
 * Objects that pods need and that nobody here makes. They may be in the cluster; Secrets whose keys are known are told
 * with the command that makes them.
 */
export function absentObjects(manifests: readonly Manifest[], pods: readonly PodSpec[]): readonly string[] {
  const isHere = presence(manifests);
  const users = new Map<string, Need[]>();
  for (const need of pods.flatMap(needsOf)) if (!isHere(need)) push(users, idOf(need), need);
  return [...users.values()].map((needs) => remark(needs, manifests));
}

interface Need {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Who needs it. */
  readonly construct: string;
}

function needsOf({ manifest: { construct, namespace }, spec }: PodSpec): readonly Need[] {
  const named = (kind: string, name: Field, holder: Field): readonly Need[] => {
    const text = name.peek();
    const isNeeded = typeof text === 'string' && text !== '' && holder.at('optional').peek() !== true;
    return isNeeded ? [{ kind, namespace, name: text, construct }] : [];
  };
  return [
    ...named('ServiceAccount', spec.at('serviceAccountName'), spec),
    ...volumeParts(spec).flatMap((part) => [
      ...named('PersistentVolumeClaim', part.at('persistentVolumeClaim', 'claimName'), part),
      ...named('ConfigMap', part.at('configMap', 'name'), part.at('configMap')),
      ...(part.at('secret', 'items').exists
        ? []
        : named(
            'Secret',
            part.at('secret', part.at('secret', 'name').exists ? 'name' : 'secretName'),
            part.at('secret'),
          )),
    ]),
    ...containersIn(spec).flatMap((container) => [
      ...container
        .at('envFrom')
        .peekItems()
        .flatMap((source) => [
          ...named('ConfigMap', source.at('configMapRef', 'name'), source.at('configMapRef')),
          ...named('Secret', source.at('secretRef', 'name'), source.at('secretRef')),
        ]),
      ...container
        .at('env')
        .peekItems()
        .map((variable) => variable.at('valueFrom', 'configMapKeyRef'))
        .flatMap((ref) => named('ConfigMap', ref.at('name'), ref)),
    ]),
  ];
}

/** What a cluster itself has in each namespace. */
const everywhere = ['ServiceAccount default', 'ConfigMap kube-root-ca.crt'];

function presence(manifests: readonly Manifest[]): (need: Need) => boolean {
  const around = surroundings(manifests);
  const made = new Set(manifests.flatMap((manifest) => [idOf(manifest), ...certificateOf(manifest)]));
  return (need) =>
    made.has(idOf(need)) ||
    everywhere.includes(`${need.kind} ${need.name}`) ||
    (need.kind === 'Secret' && around.secretMaker(need.namespace, need.name) !== undefined) ||
    (need.kind === 'PersistentVolumeClaim' && around.isClaimed(need.namespace, need.name));
}

/** The Secret that cert-manager makes. */
function certificateOf({ kind, namespace, root }: Manifest): readonly string[] {
  const name = kind === 'Certificate' ? root.at('spec', 'secretName').peek() : undefined;
  return typeof name === 'string' ? [idOf({ kind: 'Secret', namespace, name })] : [];
}

function idOf({ kind, namespace, name }: Pick<Need, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace}/${name}`;
}

function remark([need, ...more]: readonly Need[], manifests: readonly Manifest[]): string {
  if (!need) return '';
  const { kind, namespace, name, construct } = need;
  const others = new Set(more.map((other) => other.construct).filter((other) => other !== construct)).size;
  const names = manifests.filter((one) => one.kind === kind && one.namespace === namespace).map((one) => one.name);
  const meant = nearest(name, names);
  const whom = others === 0 ? construct : `${construct} and ${others} more`;
  return `Elsewhere: the ${idOf(need)}, which ${whom} need${others === 0 ? 's' : ''}, is not made here${meant === undefined ? '' : `: did you mean ${meant}?`}`;
}
