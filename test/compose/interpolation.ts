/** What Compose's own grammar takes for a variable, for an escaped `$`, or for a mistake. */
const template = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{(?:([_a-z][_a-z0-9]*)(?:(:?[-+?])(.*))?\}|()))/gi;

/**
 * A small model of how Compose reads the values of its file, as compose-go does it: in every text, but in no key.
 *
 * @throws for what Compose refuses, and for every variable that the environment lacks
 */
export function interpolated(value: unknown, environment: Readonly<Record<string, string>> = {}): unknown {
  if (typeof value === 'string') return substituted(value, environment);
  if (Array.isArray(value)) return value.map((item) => interpolated(item, environment));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, interpolated(entry, environment)]));
}

function substituted(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(template, (_, dollar, named, braced, operator, rest) => {
    if (dollar) return '$';
    const name = named ?? braced;
    if (name === undefined) throw new Error(`invalid interpolation format: ${text}`);
    const found = environment[name];
    if (found) return found;
    if (operator === ':-' || (operator === '-' && found === undefined)) return rest;
    throw new Error(`the variable ${name} is not set: ${text}`);
  });
}
