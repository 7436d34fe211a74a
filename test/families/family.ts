import { ApiObject, type Chart } from 'cdk8s';
import { DataApi, EtlCronJob, EtlJob, ExternalSecret, SealedSecret, StatefulMongo } from 'cdk8s-tandem';
import type { Construct } from 'constructs';
import type fc from 'fast-check';

/** One family of input: what is right in it and what is wrong by its own grammar, not by our checks. */
export interface Family {
  readonly right: fc.Arbitrary<Right>;
  readonly wrong: fc.Arbitrary<Wrong>;
  /** What looks like it, right or wrong: where synth takes it, the API server and Compose must take it too. */
  readonly near?: fc.Arbitrary<Input>;
}

/** Props for one construct, beside the least that it needs. */
export interface Input {
  readonly kind: Kind;
  readonly props: object;
  readonly id?: string;
  readonly namespace?: string;
}

export interface Right extends Input {
  /** Expects each output to hold the input. */
  kept?(written: Written): void;
}

export interface Wrong extends Input {
  /** Where it is told, or where what is told begins: `env`. */
  readonly prop: string;
  /** What must not be shown. */
  readonly secret?: string;
}

/** What a reader of YAML finds of one construct. */
export interface Written {
  /** The construct's objects. */
  readonly objects: readonly KubernetesObject[];
  /** Its pod, and in it its main container. */
  readonly pod: Pod;
  readonly container: Readonly<Record<string, unknown>>;
  /** Its service in Compose, `$$` read as `$`. */
  readonly service: Readonly<Record<string, unknown>>;
}

export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export interface Pod {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly spec: Readonly<Record<string, unknown>>;
}

const image = 'ghcr.io/acme/a:1';
const schedule = '15 2 * * *';
const sealed = Buffer.from([1, 0, ...Array<number>(300).fill(7)]).toString('base64');

const makers = {
  api: (chart: Chart, id: string, props: object) => new DataApi(chart, id, { image, ...props }),
  cron: (chart: Chart, id: string, props: object) => new EtlCronJob(chart, id, { image, schedule, ...props }),
  job: (chart: Chart, id: string, props: object) => new EtlJob(chart, id, { image, ...props }),
  mongo: (chart: Chart, id: string, props: object) => new StatefulMongo(chart, id, props),
  external: (chart: Chart, id: string, props: object) =>
    new ExternalSecret(chart, id, { secretStoreRef: { name: 'vault' }, data: { key: { key: 'a' } }, ...props }),
  sealed: (chart: Chart, id: string, props: object) =>
    new SealedSecret(chart, id, { encryptedData: { key: sealed }, ...props }),
  other: (chart: Chart, id: string, { metadata, ...rest }: Other) =>
    new ApiObject(chart, id, { ...rest, metadata: { ...metadata, name: id } }),
} satisfies Readonly<Record<string, (chart: Chart, id: string, props: never) => Construct>>;

/** An object that somebody else made. */
interface Other {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: object;
}

export type Kind = keyof typeof makers;

export function make({ kind, props }: Input, chart: Chart, id: string): Construct {
  return makers[kind](chart, id, props as never);
}
