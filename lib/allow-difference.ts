import type { IConstruct } from 'constructs';
import { constructOf } from './checks/construct';
import type { AllowedDifference } from './differences/allowed';

const metadataType = 'cdk8s-tandem:allow-difference';

/**
 * Explains a difference between cluster and laptop that nobody else has explained, so that `tandem check` takes it.
 *
 * @param construct the one that makes the object, or one that it is part of
 * @param field as the finding names it, such as `spec/template/spec/schedulerName`; with it all that is below
 * @param reason why it may be, for those who find it
 * @throws SynthesisError at once, of what is no construct
 *
 * @example
 * allowDifference(deployment, 'spec/template/spec/schedulerName', 'our scheduler packs nodes; a laptop is one');
 */
export function allowDifference(construct: IConstruct, field: string, reason: string): void {
  constructOf(construct, 'allowDifference').node.addMetadata(metadataType, { field, reason }, { stackTrace: false });
}

export function allowedDifferences(root: IConstruct): readonly AllowedDifference[] {
  return root.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === metadataType)
        .map(({ data }) => ({ construct: node.path, field: data.field, reason: data.reason })),
    );
}
