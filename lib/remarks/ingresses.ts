import type { Manifest } from '../manifests/manifest';

/** What an Ingress takes for granted of the cluster. No mistake of the definition: who knows the cluster knows it. */
export function ingressRemarks(manifests: readonly Manifest[]): readonly string[] {
  const makers = manifests.filter(({ kind }) => makesSecrets.includes(kind));
  const made = new Set(makers.map(({ namespace, name }) => `${namespace}/${name}`));
  const ingresses = manifests.filter(({ kind }) => kind === 'Ingress');
  return ingresses.flatMap((ingress) => [
    ...withoutClass(ingress),
    ...certificatesOf(ingress)
      .filter((secret) => !made.has(secret))
      .map((secret) => toMake(ingress, secret)),
  ]);
}

const makesSecrets = ['Secret', 'ExternalSecret', 'SealedSecret'];

function withoutClass({ root, namespace, name }: Manifest): readonly string[] {
  const classes = [
    root.at('spec', 'ingressClassName'),
    root.at('metadata', 'annotations', 'kubernetes.io/ingress.class'),
  ];
  if (classes.some(({ exists }) => exists)) return [];
  return [`Ingress: ${namespace}/${name} is for the cluster's default class; where there is none, nobody answers`];
}

/** Those that nothing makes: cert-manager makes what it is told to by annotations. */
function certificatesOf({ root, namespace }: Manifest): readonly string[] {
  const annotations = Object.keys(Object(root.at('metadata', 'annotations').peek()));
  if (annotations.some((key) => key.startsWith('cert-manager.io/'))) return [];
  const tls: unknown = root.at('spec', 'tls').peek();
  const secrets = Array.isArray(tls) ? tls.map((entry) => Object(entry).secretName) : [];
  return secrets.filter((secret) => typeof secret === 'string').map((secret) => `${namespace}/${secret}`);
}

function toMake({ name }: Manifest, secret: string): string {
  return `Certificate: the Ingress ${name} needs the Secret ${secret}, with tls.crt and tls.key`;
}
