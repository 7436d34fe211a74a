import { plain } from '../workloads/text';
import { differencesOfEnvironment, isForFile } from './environment-differences';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** Variables as the process sees them. Those that hold a secret go to a file that git never sees. */
export function environmentOf(unit: Unit): Fragment {
  const { env } = unit.container;
  const texts = env.map(({ value }) => plain(value));
  const open = env.flatMap(({ name }, index) => (texts[index] === undefined ? [] : [[name, texts[index]] as const]));
  const secret = env.filter((variable, index) => texts[index] === undefined && isForFile(variable));
  const path = `./.tandem/env/${unit.service}.env`;
  const variables = Object.fromEntries(secret.map(({ name, value }) => [name, value]));
  return {
    service: { environment: Object.fromEntries(open), env_file: secret.length > 0 ? [path] : [] },
    assets: secret.length > 0 ? [{ path, variables }] : [],
    differences: differencesOfEnvironment(unit),
  };
}
