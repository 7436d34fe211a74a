import type { IConstruct } from 'constructs';
import type { LocalOptions } from './local-options';
import type { SetUp } from './set-up';

/** Which of several workloads of a construct is meant. */
export interface WorkloadName {
  /** @default - any kind */
  readonly kind?: string;
  /** @default - any name */
  readonly name?: string;
}

/** Options as they were given, and where. */
export interface GivenLocal {
  readonly construct: string;
  readonly options: LocalOptions;
  readonly which: WorkloadName;
  readonly setUp?: SetUp;
}

const metadataType = 'cdk8s-tandem:local';

/**
 * Gives laptop options to any construct that yields a pod: a cdk8s-plus Deployment, an included manifest or Helm chart,
 * a class of your own. Where it yields several, name the one that is meant.
 *
 * @example
 * local(deployment, { build: './services/web', publish: 8080 });
 * local(helm, { publish: 5432 }, { kind: 'StatefulSet', name: 'postgres' });
 */
export function local(construct: IConstruct, options: LocalOptions, which: WorkloadName = {}): void {
  // What is no object of options stays what it is, to be refused.
  const kept = Object(options) === options ? { ...options } : options;
  construct.node.addMetadata(metadataType, { options: kept, which: { ...which } }, { stackTrace: false });
}

/** Tells the laptop what to do once the construct's workload is ready. */
export function setUp(construct: IConstruct, what: SetUp): void {
  construct.node.addMetadata(metadataType, { options: {}, which: {}, setUp: what }, { stackTrace: false });
}

export function givenLocals(root: IConstruct): readonly GivenLocal[] {
  return root.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata.filter(({ type }) => type === metadataType).map(({ data }) => ({ construct: node.path, ...data })),
    );
}
