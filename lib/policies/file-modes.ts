import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';

/** Modes of files in a volume that no API server takes, and in our pods those that lack the sign of an octal number. */
export function wrongModes({ manifest, isOurs, sources }: PodSpec): readonly Problem[] {
  return sources.flatMap(modesIn).flatMap((field): readonly Problem[] => {
    const mode = field.peek();
    const wrong = isMode(mode) ? (isOurs ? misread(mode) : undefined) : 'is no mode of a file';
    if (wrong === undefined) return [];
    const expected = 'a number from 0 to 0o777, which is 511.';
    return [{ construct: manifest.construct, prop: field.toString(), wrong, got: mode, expected, fix: fixOf(mode) }];
  });
}

const kinds = ['configMap', 'secret', 'downwardAPI', 'projected'];

function modesIn({ said, field }: Part): readonly Field[] {
  const sources = kinds.filter((kind) => said[kind] != null).map((kind) => field.at(kind));
  return sources
    .flatMap((source) => [
      source.at('defaultMode'),
      ...source
        .at('items')
        .peekItems()
        .map((item) => item.at('mode')),
    ])
    .filter(({ exists }) => exists);
}

function isMode(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0o777;
}

/** The only modes that are written without a sign, and are then another that nobody means. */
function misread(mode: number): string | undefined {
  return [400, 440, 444].includes(mode) ? `is ${octal(mode)}: it lacks the sign of an octal number` : undefined;
}

function fixOf(value: unknown): string {
  const digits = /^(?:0o?)?([0-7]{3})$/.exec(String(value))?.[1];
  return `write ${digits === undefined ? '0o444 where all may read it, or 0o400' : `0o${digits}`}.`;
}

function octal(mode: number): string {
  return `0o${mode.toString(8)}`;
}
