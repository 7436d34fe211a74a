import type { IConstruct } from 'constructs';
import { constructOf } from './checks/construct';
import { problemText } from './checks/problem';

const metadataType = 'cdk8s-tandem:allow-secret';

/**
 * Lets a construct put the values of a Secret into the manifests, where everybody who can read the repository or the
 * output reads them.
 *
 * @param reason why that may be, for those who find it
 * @throws SynthesisError at once, of what is no construct
 */
export function allowSecret(construct: IConstruct, reason: string): void {
  const { node } = constructOf(construct, 'allowSecret');
  node.addMetadata(metadataType, reason, { stackTrace: false });
  node.addValidation({ validate: () => (isReason(reason) ? [] : [withoutReason(node.path, reason)]) });
}

function isReason(reason: unknown): boolean {
  return typeof reason === 'string' && reason.trim() !== '';
}

function withoutReason(construct: string, reason: unknown): string {
  const expected = 'a sentence for those who find it.';
  const fix = "allowSecret(construct, 'why it may be').";
  return problemText({ construct, prop: 'allowSecret', wrong: 'has no reason', got: reason, expected, fix });
}

/** Whether the construct or one that it is part of was allowed to. */
export function isAllowedSecret(root: IConstruct, path: string): boolean {
  const construct = root.node.findAll().find(({ node }) => node.path === path);
  const scopes = construct?.node.scopes ?? [];
  return scopes.some(({ node }) => node.metadata.some(({ type }) => type === metadataType));
}
