import { Construct } from 'constructs';
import { shown } from '../checks/shown';
import { Mismatched } from './mismatched';

/** For those whom no compiler tells what a `from` takes. */
export function notTaken(asked: string, takes: string, given: unknown): Mismatched {
  const what = Construct.isConstruct(given) ? `the construct ${given.node.path}` : shown(given);
  return new Mismatched(`${asked}.from takes ${takes}, got ${what}.`);
}
