import { nearest } from '../checks/nearest';
import type { Manifest } from '../manifests/manifest';
import { type Bare, mapAt, mapsAt } from '../policies/bare';
import type { PodSpec } from '../policies/pod-specs';
import { push } from '../units/push';
import { remembered } from '../units/remembered';
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

function needsOf({ manifest, spec: { said }, sources, containers }: PodSpec): readonly Need[] {
  const { construct, namespace } = manifest;
  const named = (kind: string, name: unknown, { optional }: Bare): readonly Need[] =>
    typeof name === 'string' && name !== '' && optional !== true ? [{ kind, namespace, name, construct }] : none;
  const ofConfig = (ref: Bare) => named('ConfigMap', ref.name, ref);
  const ofFiles = (secret: Bare) =>
    secret.items == null ? named('Secret', secret.name ?? secret.secretName, secret) : none;
  return [
    ...named('ServiceAccount', said.serviceAccountName, said),
    ...sources.flatMap((source) => [
      ...named('PersistentVolumeClaim', mapAt(source.said, 'persistentVolumeClaim').claimName, source.said),
      ...ofConfig(mapAt(source.said, 'configMap')),
      ...ofFiles(mapAt(source.said, 'secret')),
    ]),
    ...containers.flatMap((container) => [
      ...mapsAt(container.said, 'envFrom').flatMap((source) => [
        ...ofConfig(mapAt(source, 'configMapRef')),
        ...named('Secret', mapAt(source, 'secretRef').name, mapAt(source, 'secretRef')),
      ]),
      ...mapsAt(container.said, 'env').flatMap((variable) =>
        ofConfig(mapAt(mapAt(variable, 'valueFrom'), 'configMapKeyRef')),
      ),
    ]),
  ];
}

const none: readonly Need[] = [];

/** What a cluster itself has in each namespace. */
const everywhere = ['ServiceAccount default', 'ConfigMap kube-root-ca.crt'];

function presence(manifests: readonly Manifest[]): (need: Need) => boolean {
  const around = remembered(surroundings);
  const made = new Set([...manifests.map(idOf), ...manifests.flatMap(certificateOf)]);
  return (need) =>
    made.has(idOf(need)) ||
    everywhere.includes(`${need.kind} ${need.name}`) ||
    (need.kind === 'Secret' && around(manifests).secretMaker(need.namespace, need.name) !== undefined) ||
    (need.kind === 'PersistentVolumeClaim' && around(manifests).isClaimed(need.namespace, need.name));
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
