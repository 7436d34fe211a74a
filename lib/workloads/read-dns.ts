import type { Field } from '../manifests/field';

/**
 * Servers count where they take the place of the cluster's own: beside that one they are asked only when it is silent,
 * and Docker would ask them instead of the laptop's.
 */
export function readDns(spec: Field): Dns {
  const config = spec.at('dnsConfig');
  const alone = spec.at('dnsPolicy').peek() === 'None';
  if (alone) spec.at('dnsPolicy').text();
  return {
    servers: alone ? config.at('nameservers').texts() : [],
    searches: config.at('searches').texts(),
    options: config.at('options').items().map(optionOf),
  };
}

function optionOf(field: Field): string {
  const value = field.at('value').tryText();
  return value === undefined ? field.at('name').text() : `${field.at('name').text()}:${value}`;
}

export interface Dns {
  readonly servers: readonly string[];
  readonly searches: readonly string[];
  readonly options: readonly string[];
}
