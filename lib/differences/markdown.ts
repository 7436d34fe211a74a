/** Words as Markdown: a reason may repeat what a definition says, and that must not become markup. */
export function text(words: string): string {
  return onOneLine(words).replaceAll('<', '&lt;');
}

export function code(words: string): string {
  const line = onOneLine(words);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

const most = 4;

/** As many as one takes in at a glance; only those are put into words. */
export function firstOf<T>(items: readonly T[], between: string, words: (item: T) => string = String): string {
  const rest = items.length - most;
  const shown = (rest > 1 ? items.slice(0, most) : items).map((item) => words(item)).join(between);
  return rest > 1 ? `${shown} and ${rest} more` : shown;
}

function onOneLine(words: string): string {
  return words.replace(/[\s\p{C}]+/gu, ' ');
}
