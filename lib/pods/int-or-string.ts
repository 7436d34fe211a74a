import { k8s } from 'cdk8s-plus-28';

/** A number, a text, or either as cdk8s-plus has it: a port by its number or name, pods by count or percentage. */
export type IntOrString = number | string | { readonly value: string | number };

/** As the typed classes take it. */
export function intOrString(given: IntOrString): k8s.IntOrString {
  const value = typeof given === 'object' ? given.value : given;
  return typeof value === 'number' ? k8s.IntOrString.fromNumber(value) : k8s.IntOrString.fromString(value);
}
