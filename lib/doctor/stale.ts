import type { Facts, FileFacts } from './facts';
import type { Finding } from './finding';

const synth = 'npx cdk8s synth';

/** `.tandem` must be what synth wrote together with this compose.yaml: git carries one and not the other. */
export function stale(facts: Pick<Facts, 'files' | 'refusal' | 'volumes'>): readonly Finding[] {
  const { files, refusal, volumes } = facts;
  const { composeHash, missing, stamp } = files;
  if (composeHash === undefined) {
    return [{ what: 'there is no compose.yaml here', fix: `${synth}, in the folder of cdk8s.yaml.` }];
  }
  if (missing.length > 0) {
    const what = `compose.yaml points to files that are not there: ${few(missing)}`;
    return hasLostSecrets(files) && volumes.length > 0
      ? [{ what, fix: `${synth}, but see to the volumes first.` }, bereft(volumes)]
      : [{ what, fix: `${synth}.` }];
  }
  return [...(stamp?.compose === composeHash ? [] : [ofAnother(stamp !== undefined)]), ...refusedBy(refusal)];
}

/** Those of variables leave no other trace than the file of variables. */
function hasLostSecrets({ missing, stamp }: FileFacts): boolean {
  const lost = (folder: string) => missing.some((path) => path.startsWith(`./.tandem/${folder}/`));
  return lost('secrets') || lost('executable/secrets') || (stamp === undefined && lost('env'));
}

/** Synth makes what is gone, with other values. */
function bereft(volumes: Facts['volumes']): Finding {
  const names = volumes.map(({ name }) => name).join(', ');
  return {
    what: `${names} may have been made with secrets that are gone: what is in it refuses those that synth makes anew`,
    fix: `put the old .tandem back; or docker compose down --volumes, which deletes the data, and then ${synth}.`,
  };
}

function ofAnother(stamped: boolean): Finding {
  const why = stamped
    ? 'was not written together with this compose.yaml, which a git pull or an edit may have changed'
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
