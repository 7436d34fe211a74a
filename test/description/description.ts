/** What a running container is like, in plain words: aspects such as `mount /tmp: kind`, each with its value. */
export type Description = Readonly<Record<string, string>>;

/** What is true of one run alone: written as what it is, so that two runs can be compared. */
export interface Own {
  /** Names that this container, or its pod, has by chance. */
  readonly names: readonly string[];
  /** Variables that the target gives on its own account. */
  readonly variables: readonly RegExp[];
}

export const ownName = '(its own)';

export function aspects(about: string, values: Readonly<Record<string, string>>): Description {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${about}: ${name}`, value]));
}

/** Words that hold any character. */
export function textOfHex(hex: string): string {
  return Buffer.from(hex.trim(), 'hex').toString('utf8');
}
