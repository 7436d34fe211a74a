import type { Chart } from 'cdk8s';
import { synthesized } from '../../synthesis';

/** The one object of each kind, the first where there are several, and the Compose file. */
export type Shown = Readonly<Record<string, unknown>>;

export function outputOf(define: (chart: Chart) => void): Shown {
  const { manifests, rendered } = synthesized(define);
  const objects = [...manifests].reverse().map(({ kind, object }) => [kind, object]);
  return { ...Object.fromEntries(objects), compose: rendered.file };
}

/** What is at a place; nothing where there is no such place. */
export function at(output: Shown, place: string): unknown {
  return place.split('/').reduce<unknown>((value, step) => below(value, step.replaceAll('~1', '/')), output);
}

function below(value: unknown, step: string): unknown {
  const [, key = '', wanted] = /^(\w+)=(.*)$/.exec(step) ?? [];
  if (wanted !== undefined) return Array.isArray(value) ? value.find((entry) => entry[key] === wanted) : undefined;
  return value === undefined || value === null ? undefined : (value as Record<string, unknown>)[step];
}

/** The props with one of them, which may lie in others, given another value. */
export function withProp(props: object, path: string, value: unknown): object {
  const [step = '', ...rest] = path.split('.');
  const entries = props as Readonly<Record<string, unknown>>;
  const key = step === '*' ? (Object.keys(entries)[0] ?? '') : step;
  const inner = rest.length === 0 ? value : withProp(Object(entries[key]), rest.join('.'), value);
  return { ...props, [key]: inner };
}
