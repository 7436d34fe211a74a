/** Words as Markdown: a reason may repeat what a definition says, and that must not become markup. */
export function text(words: string): string {
  return onOneLine(words).replaceAll('<', '&lt;');
}

export function code(words: string): string {
  const line = onOneLine(words);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

const most = 4;

/** As many as one takes in at a glance. */
export function firstOf(items: readonly string[], between: string): string {
  const rest = items.length - most;
  return rest > 1 ? `${items.slice(0, most).join(between)} and ${rest} more` : items.join(between);
}

function onOneLine(words: string): string {
  return words.replace(/[\s\p{C}]+/gu, ' ');
}
