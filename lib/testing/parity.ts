import type { App } from 'cdk8s';
import { unexplained } from '../differences/differences';
import { entriesOf } from '../differences/entry';
import { hidden } from '../differences/shown-value';
import { carried } from '../equivalence/carried';
import { type Mismatch, mismatches } from '../equivalence/equivalence';
import { readCompose } from '../equivalence/read-compose';
import type { Output } from '../output';
import { Mismatched } from './mismatched';
import { projectOf } from './project';
import { synthesized } from './synthesized';

/**
 * Both outputs say the same, but for the differences that are listed with a reason: the Compose file is read back and
 * held against what the manifests say, service by service.
 *
 * @throws Mismatched with each place where they do not, and each difference that nobody has explained
 */
export function expectParity(app: App): void {
  const output = synthesized(app);
  const lines = [...unlike(output).map(line), ...unexplainedLines(output)];
  if (lines.length > 0) {
    throw new Mismatched(`The manifests and the Compose file do not say the same.\n\n${lines.join('\n')}`);
  }
}

/** @internal */
export function unlike(output: Output): readonly Mismatch[] {
  return mismatches(carried(output.reading), readCompose(projectOf(output)));
}

/** @internal */
export function line(one: Mismatch): string {
  return `  ${one.place}\n    manifests  ${shown(one, one.manifests)}\n    compose    ${shown(one, one.compose)}`;
}

/** Values of variables and contents of files may be secrets: where they differ is enough. */
const secret = /\/(environment|entrypoint|command|health)(\/|$)|\/mounts(\/[^/]+(\/file)?)?$/;

function shown({ place }: Mismatch, value: unknown): string {
  if (value === undefined) return 'nothing';
  return secret.test(place) ? hidden : JSON.stringify(value);
}

function unexplainedLines({ manifests, differences }: Output): readonly string[] {
  return [...entriesOf(manifests, unexplained(differences))].flatMap(({ construct, became, fields }) =>
    Object.keys(fields).map(
      (field) =>
        `  ${construct} ${field || 'as a whole'}\n    is ${became} and nobody has said why: allowDifference(construct, '${field}', 'why')`,
    ),
  );
}
