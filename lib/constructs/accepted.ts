import type { Construct } from 'constructs';
import { problemText } from '../checks/problem';
import { checkProps, type Rules } from '../checks/props';

/**
 * The props as far as they are right, so that the construct can be built; what is wrong is recorded and refused at
 * synth, together with the mistakes of all other constructs.
 */
export function accepted<P extends object>(construct: Construct, given: P, rules: Rules<P>): P {
  const { props, problems } = checkProps<P>(construct.node.path, given, rules);
  construct.node.addValidation({ validate: () => problems.map(problemText) });
  return props;
}
