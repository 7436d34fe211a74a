import type { SecretKey } from './volume';

/** Text that may hold what only a Secret knows, piece by piece. */
export type Text = readonly (string | SecretKey)[];

/** The value of a variable by its name. */
export type Variables = (name: string) => Text | undefined;

/**
 * What Kubernetes makes of `$(NAME)` in env values, command and args: the value of a variable defined earlier. `$$`
 * stands for one `$`, and a name nobody defined stays as it is written.
 */
export function expand(text: string, variables: Variables): Text {
  if (!text.includes('$')) return joined([text]);
  const pieces = text.split(/(\$\$|\$\([^)]*\))/).map((piece) => expandPiece(piece, variables));
  return joined(pieces.flat());
}

/** The names to which a text refers. */
export function references(text: string): readonly string[] {
  if (!text.includes('$')) return [];
  return [...text.matchAll(/\$\$|\$\(([^)]*)\)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

function expandPiece(piece: string, variables: Variables): Text {
  if (piece === '$$') return ['$'];
  const name = /^\$\((.*)\)$/s.exec(piece)?.[1];
  return (name !== undefined && variables(name)) || [piece];
}

/** Neighbouring strings as one, so that equal texts have equal pieces. */
export function joined(pieces: Text): Text {
  const result: (string | SecretKey)[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else if (piece !== '') result.push(piece);
  }
  return result;
}

/** The text where it holds no secret. */
export function plain(text: Text): string | undefined {
  const [first = ''] = text;
  if (text.length < 2) return typeof first === 'string' ? first : undefined;
  return text.every((piece) => typeof piece === 'string') ? text.join('') : undefined;
}

export function secretsIn(text: Text): readonly SecretKey[] {
  return text.filter((piece): piece is SecretKey => typeof piece !== 'string');
}
