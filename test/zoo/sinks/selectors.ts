/** Requirements: one with values, and one whose list of them is empty. */
export function requirements(key: string) {
  return [
    { key, operator: 'In', values: ['b'] },
    { key, operator: 'Exists', values: [] },
  ];
}

/** Selectors of this app: one that says all that one can, and those that say nothing. */
export function everySelector(app: string): readonly object[] {
  return [
    { matchLabels: { app }, matchExpressions: requirements('tier') },
    { matchLabels: {}, matchExpressions: [] },
    {},
  ];
}
