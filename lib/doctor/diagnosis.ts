import { absentImages } from './absent-images';
import { builds } from './builds';
import { engine } from './engine';
import type { Facts } from './facts';
import type { Finding } from './finding';
import { openFolder } from './open-folder';
import { otherSecrets } from './other-secrets';
import { ports } from './ports';
import { programs } from './programs';
import { stale } from './stale';
import { unwell } from './unwell';

export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** What is no fault and yet good to know. */
  readonly notes: readonly Finding[];
}

const checks: readonly ((facts: Facts) => readonly Finding[])[] = [
  engine,
  stale,
  openFolder,
  builds,
  ports,
  programs,
  otherSecrets,
  unwell,
];

export function diagnosis(facts: Facts): Diagnosis {
  return { findings: checks.flatMap((check) => check(facts)), notes: absentImages(facts) };
}
