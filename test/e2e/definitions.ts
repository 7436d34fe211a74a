import { dataPlatform } from '../../apps/data-platform';
import { runnable } from '../zoo/zoo';
import { type Definition, outputOf, unitsIn } from './definition';

/** All that is run on both targets to be compared: the example, and what strangers write. */
export const definitions: readonly Definition[] = [
  { title: 'the example', define: (app) => dataPlatform(app), sources: 'apps/services' },
  ...Object.entries(runnable).map(([title, define]) => ({ title, define })),
];

/** The services of its containers, those that end too. */
export function comparable({ define }: Definition): readonly string[] {
  return unitsIn(outputOf(define)).map(({ service }) => service);
}
