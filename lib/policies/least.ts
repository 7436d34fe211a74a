import type { Check } from '../checks/problem';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { text } from './value-checks';

/** The least that a part must say, as an example: each of its keys but those with a `?`, below which the same is asked if they are said. */
export interface Least {
  readonly [key: string]: Example;
}

type Example = string | number | Least | readonly Example[];

/** Places where something must be said that Kubernetes has no default for. */
export function requiredIn(least: Least, path = ''): readonly Place[] {
  return Object.entries(least).flatMap(([name, example]): readonly Place[] => {
    const key = name.replace('?', '');
    const at = path === '' ? key : `${path}/${key}`;
    const must: readonly Place[] = key === name ? [[`${at}+`, required(key, example)]] : [];
    return [...must, ...(isWord(example) ? [[at, text] as const] : below(at, example))];
  });
}

function below(path: string, example: Example): readonly Place[] {
  if (typeof example !== 'object') return [];
  return isList(example)
    ? example.flatMap((item): readonly Place[] => (isWord(item) ? [[`${path}/*`, text]] : below(`${path}/*`, item)))
    : requiredIn(example, path);
}

/** What begins with a digit may be a number, such as a size. */
function isWord(example: Example): boolean {
  return typeof example === 'string' && /^\D/.test(example);
}

function required(key: string, example: Example): Check {
  const finding = {
    prop: '',
    wrong: 'is missing',
    expected: 'a value, as Kubernetes has no default for it.',
    fix: `write ${key}: ${spelled(example)}.`,
  };
  return (value) => {
    if (!isNothing(value)) return [];
    return [value == null ? finding : { ...finding, got: value }];
  };
}

function spelled(example: Example): string {
  if (typeof example === 'string') return `'${example}'`;
  if (typeof example === 'number') return String(example);
  if (isList(example)) return `[${example.map(spelled).join(', ')}]`;
  const all = Object.entries(example);
  const musts = all.filter(([key]) => !key.endsWith('?'));
  const shown = musts.length > 0 ? musts : all;
  return `{ ${shown.map(([key, value]) => `${key.replace('?', '')}: ${spelled(value)}`).join(', ')} }`;
}

function isList(example: Least | readonly Example[]): example is readonly Example[] {
  return Array.isArray(example);
}
