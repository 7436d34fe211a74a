import { plain } from '../workloads/text';
import { differencesOfEnvironment, isForFile } from './environment-differences';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** Variables as the process sees them. Those that hold a secret go to a file that git never sees. */
export function environmentOf(unit: Unit): Fragment {
  const texts = unit.container.env.map((variable) => ({ ...variable, text: plain(variable.value) }));
  const open = texts.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const]));
  const secret = texts.filter((variable) => variable.text === undefined && isForFile(variable));
  const path = `./.tandem/env/${unit.service}.env`;
  const variables = Object.fromEntries(secret.map(({ name, value }) => [name, value]));
  return {
    service: { environment: Object.fromEntries(open), env_file: secret.length > 0 ? [path] : [] },
    assets: secret.length > 0 ? [{ path, variables }] : [],
    differences: differencesOfEnvironment(unit),
  };
}
