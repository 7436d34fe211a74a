import { nearest } from '../checks/nearest';
import type { Manifest } from '../manifests/manifest';
import { Mismatched } from './mismatched';
import { costOf, type Outcome } from './outcome';
import { knownKinds } from './resource';
import { shownMismatches } from './shown';
import { isOf, nameOf, type Where, whereText } from './where';

export interface Tried {
  readonly manifest: Manifest;
  readonly outcome: Outcome;
}

/** None of those that were tried matches: the closest, where it differs, and what else there is. */
export function noneMatches(kind: string, where: Where, tried: readonly Tried[], all: readonly Manifest[]): Mismatched {
  const [closest] = tried.toSorted((one, other) => costOf(one.outcome) - costOf(other.outcome));
  if (!closest) return noSuch(kind, where, all);
  const found = tried.map(({ manifest }) => nameOf(manifest));
  return new Mismatched(
    [
      `No ${kind}${whereText(where)} is as expected, of ${found.length}: ${listed(found)}.`,
      '',
      differing(closest),
    ].join('\n'),
  );
}

/** One object and where it differs. */
export function differing({ manifest, outcome }: Tried): string {
  const { kind, construct } = manifest;
  return `${kind} ${nameOf(manifest)} (of ${construct}) differs:\n\n${shownMismatches(manifest, outcome.mismatches)}`;
}

/** There is none to try: what there is, and what may have been meant. */
export function noSuch(kind: string, where: Where, all: readonly Manifest[]): Mismatched {
  const ofKind = all.filter(isOf(kind));
  const kinds = [...new Set(all.map((manifest) => manifest.kind))];
  const meant = meantKind(kind, kinds);
  const there = ofKind.length > 0 ? `Of that kind there are: ${listed(ofKind.map(nameOf))}` : kindsText(kinds, meant);
  return new Mismatched(`There is no ${kind}${whereText(where)}. ${there}.`);
}

/**
 * What is not there for its name alone would be absent, counted as none and never found, whatever the app has.
 *
 * @throws Mismatched of a kind that is not there and is nearly one that is, or one of Kubernetes' own
 */
export function refuseMisspelt(kind: string, where: Where, all: readonly Manifest[]): void {
  const isThere = all.some(isOf(kind));
  if (!isThere && meantKind(kind, [...new Set(all.map((manifest) => manifest.kind))])) throw noSuch(kind, where, all);
}

function meantKind(kind: string, there: readonly string[]): string | undefined {
  const isKnown = knownKinds.some((known) => known === kind);
  return isKnown ? undefined : nearest(kind, [...there, ...knownKinds]);
}

function kindsText(kinds: readonly string[], meant: string | undefined): string {
  const all = kinds.length > 0 ? `The kinds here are: ${kinds.toSorted().join(', ')}` : 'There are no manifests at all';
  return meant ? `Did you mean ${meant}? ${all}` : all;
}

/** By name, as far as they are readable. */
export function listed(names: readonly string[]): string {
  const first = names.slice(0, 20).join(', ');
  return names.length > 20 ? `${first} and ${names.length - 20} more` : first || 'none';
}
