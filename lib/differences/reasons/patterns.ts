/** All places below one. */
export function below(place: string, ...places: readonly string[]): readonly string[] {
  return places.map((end) => `${place}/${end}`);
}

/** The same places of containers and of init containers. */
export function inContainers(...places: readonly string[]): readonly string[] {
  return ['containers', 'initContainers'].flatMap((list) => below(`spec/${list}/*`, ...places));
}

/** A label selector, and all that it may say. */
export function selectorAt(place: string): readonly string[] {
  return [
    place,
    ...below(place, 'matchLabels', 'matchLabels/*', 'matchExpressions'),
    ...below(`${place}/matchExpressions/*`, ...requirement),
  ];
}

/** What a label must be. */
export const requirement: readonly string[] = ['key', 'operator', 'values', 'values/*'];
