/** A value that no interpolation of Compose would accept. */
export class InvalidInterpolation extends Error {}

/**
 * What Compose makes of `$` in a value, after its own rules: `$$` is one `$`, `${NAME}`, `$NAME`, `${NAME:-otherwise}`
 * and `${NAME-otherwise}` the variable's value. https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolated(text: string, variables: Readonly<Record<string, string>> = {}): string {
  const valueOfVariable = (name: string, otherwise = '', unlessEmpty = false) => {
    const value = variables[name];
    return value === undefined || (unlessEmpty && value === '') ? otherwise : value;
  };
  return text.replace(
    /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?)-([^}]*))?\}|(\{))/g,
    (all, dollar, bare, braced, colon, otherwise, open) => {
      if (open) throw new InvalidInterpolation(`${JSON.stringify(text)}: ${all}`);
      return dollar ?? valueOfVariable(bare ?? braced, otherwise, colon === ':');
    },
  );
}

/** Every value of a file, wherever it stands; Compose does not interpolate keys. */
export function interpolatedValues(value: unknown): unknown {
  if (typeof value === 'string') return interpolated(value);
  if (Array.isArray(value)) return value.map(interpolatedValues);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, interpolatedValues(entry)]));
}
