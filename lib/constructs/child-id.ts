import { Construct } from 'constructs';
import { refuse } from '../checks/refuse';

/**
 * The id of a construct that is about to be made. There is nothing yet on which a mistake could be recorded, and
 * `constructs` itself would throw without saying what to write instead.
 *
 * @throws SynthesisError
 */
export function childId(scope: Construct, id: string): string {
  if (scope === undefined || scope === null) return id;
  const fault = Construct.isConstruct(scope) ? faults.find(({ when }) => when(scope, id)) : noScope;
  if (!fault) return id;
  const construct = Construct.isConstruct(scope) ? scope.node.path || 'the app' : String(id);
  const { prop, wrong, expected, fix } = fault;
  refuse([{ construct, prop, wrong, got: prop === 'scope' ? scope : id, expected, fix }]);
  return id;
}

interface Fault {
  readonly prop: string;
  readonly wrong: string;
  readonly expected: string;
  readonly fix: string;
}

const noScope: Fault = {
  prop: 'scope',
  wrong: 'is no construct',
  expected: 'a Chart, or a construct in one.',
  fix: "make it in a chart: new Chart(app, 'orders', { namespace: 'orders' }).",
};

const ofItsOwn = { prop: 'id', expected: 'a name of its own, such as "api".', fix: 'choose another one.' };

const faults: readonly (Fault & { readonly when: (scope: Construct, id: unknown) => boolean })[] = [
  { ...ofItsOwn, when: (_, id) => typeof id !== 'string', wrong: 'is not a string', fix: 'write it in quotes.' },
  { ...ofItsOwn, when: (_, id) => id === '', wrong: 'is empty', fix: 'write one.' },
  {
    ...ofItsOwn,
    when: (_, id) => /[/\n]/.test(String(id)),
    wrong: 'holds what separates the ids of a path',
    fix: 'write "-" in its place.',
  },
  { ...ofItsOwn, when: (_, id) => String(id) in {}, wrong: 'is a name that every object of JavaScript has' },
  {
    ...ofItsOwn,
    when: ({ node }, id) => node.tryFindChild(String(id)) !== undefined,
    wrong: 'is the id of another construct there',
  },
];
