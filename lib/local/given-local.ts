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

/** Keeps laptop options with the construct that they are for. */
export function giveLocal(construct: IConstruct, options: LocalOptions, which: WorkloadName = {}): void {
  const given = { options: copyOf(options), which: copyOf(which) };
  construct.node.addMetadata(metadataType, given, { stackTrace: false });
}

/** What is no object stays what it is, to be refused. */
function copyOf<T>(value: T): T {
  return Object(value) === value ? { ...value } : value;
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
