import type { Construct } from 'constructs';
import { type Finding, type Problem, problemText } from '../checks/problem';
import { checkProps, type Rules } from '../checks/props';
import { insideChart } from './inside-chart';

/**
 * The props as far as they are right, so that the construct can be built; what is wrong is recorded and refused at
 * synth, together with the mistakes of all other constructs. `together` looks at props that are right one by one.
 */
export function accepted<P extends object>(
  construct: Construct,
  given: P,
  rules: Rules<P>,
  together: (props: P) => readonly Finding[] = () => [],
): P {
  insideChart(construct);
  const { props, problems } = checkProps<P>(construct.node.path, given, rules);
  record(construct, () => problems);
  record(construct, () => together(props).map((finding) => ({ construct: construct.node.path, ...finding })));
  return props;
}

/** Problems that synth asks for. A plain cdk8s App refuses them too. */
export function record(construct: Construct, problems: () => readonly Problem[]): void {
  construct.node.addValidation({ validate: () => problems().map(problemText) });
}
