import type { Facts } from './facts';
import type { Finding } from './finding';

const synth = 'npx cdk8s synth';

/** `.tandem` must be what synth wrote together with this compose.yaml: git carries one and not the other. */
export function stale({ files, refusal }: Pick<Facts, 'files' | 'refusal'>): readonly Finding[] {
  const { composeHash, missing, stamp } = files;
  if (composeHash === undefined) {
    return [{ what: 'there is no compose.yaml here', fix: `${synth}, in the folder of cdk8s.yaml.` }];
  }
  if (missing.length > 0)
    return [{ what: `compose.yaml points to files that are not there: ${few(missing)}`, fix: `${synth}.` }];
  return [...(stamp?.compose === composeHash ? [] : [ofAnother(stamp !== undefined)]), ...refusedBy(refusal)];
}

function ofAnother(stamped: boolean): Finding {
  const why = stamped
    ? 'was not written together with this compose.yaml, which a git pull may have changed'
    : 'says not which compose.yaml it belongs to';
  return { what: `.tandem ${why}`, fix: `${synth}.` };
}

function refusedBy(refusal: string | undefined): readonly Finding[] {
  const fix = 'mend what it names: compose.override.yaml and .env are yours; synth writes compose.yaml.';
  return refusal === undefined ? [] : [{ what: `Compose refuses the files: ${refusal}`, fix }];
}

function few(paths: readonly string[]): string {
  return paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
}
