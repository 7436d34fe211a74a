import { dataPlatform } from '../../apps/data-platform';
import { runnable } from '../zoo/zoo';
import { type Definition, outputOf, unitsIn } from './definition';

export const example: Definition = {
  title: 'the example',
  define: (app) => dataPlatform(app),
  sources: 'apps/services',
};

/** What strangers write. */
export const zoo: readonly Definition[] = Object.entries(runnable).map(([title, define]) => ({ title, define }));

/** The services of its containers, those that end too. */
export function comparable({ define }: Definition): readonly string[] {
  return unitsIn(outputOf(define)).map(({ service }) => service);
}
