import { Construct, type IConstruct } from 'constructs';
import { refuse } from './refuse';

/**
 * The construct that a call is about.
 *
 * @throws SynthesisError at once, where it is none: there is nothing to record the mistake on
 */
export function constructOf(value: IConstruct, call: string): IConstruct {
  if (Construct.isConstruct(value)) return value;
  refuse([
    {
      construct: call,
      prop: 'construct',
      wrong: 'is no construct',
      got: value,
      expected: 'what a class of cdk8s, cdk8s-plus or this library has made.',
      fix: 'give it the construct that the call is about, made before.',
    },
  ]);
  return value;
}
