import type { IConstruct } from 'constructs';

const metadataType = 'cdk8s-tandem:allow-secret';

/**
 * Lets a construct put the values of a Secret into the manifests, where everybody who can read the repository or the
 * output reads them.
 *
 * @param reason why that may be, for those who find it
 */
export function allowSecret(construct: IConstruct, reason: string): void {
  construct.node.addMetadata(metadataType, reason, { stackTrace: false });
}

/** Whether the construct or one that it is part of was allowed to. */
export function isAllowedSecret(root: IConstruct, path: string): boolean {
  const construct = root.node.findAll().find(({ node }) => node.path === path);
  const scopes = construct?.node.scopes ?? [];
  return scopes.some(({ node }) => node.metadata.some(({ type }) => type === metadataType));
}
