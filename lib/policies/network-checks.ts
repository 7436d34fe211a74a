import { isIPv6 } from 'node:net';
import { either, oneOf, satisfying } from '../checks/check';
import { cidr } from '../checks/cidr';
import { remotePort } from '../checks/port';
import type { Check } from '../checks/problem';

/** Checks that Services, network policies and endpoints share. */

export const protocol = oneOf('TCP', 'UDP', 'SCTP');
export const portWord: Check = satisfying(
  (value) => typeof value === 'string' && /^(?=.*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/.test(value),
  'is no name of a port',
  'at most 15 small letters, digits and "-".',
  'correct the name.',
);
export const port: Check = either(
  (value) => (typeof value === 'string' ? portWord(value) : remotePort(value)),
  remotePort,
);
/** Of ports: one by itself needs no name. */
export const named: Check = satisfying(
  (value) => !Array.isArray(value) || value.length < 2 || value.every((one) => Object(one).name),
  'are several, and one has no name',
  'a name for each.',
  'name all of them.',
);

/** An address of IPv6 in another spelling is taken with a warning. */
export const range: Check = (value) =>
  cidr(typeof value === 'string' ? spelled(value) : value).map((finding) => ({ ...finding, got: value }));

function spelled(range: string): string {
  const [address = '', ...rest] = range.split('/');
  if (!isIPv6(address) || /%|^::ffff:/i.test(address)) return range;
  return [new URL(`http://[${address}]`).hostname.slice(1, -1), ...rest].join('/');
}

/** In a backend it may begin with a digit. */
export const serviceName: Check = satisfying(
  (value) => typeof value === 'string' && /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(value),
  'is no name of a Service',
  'at most 63 lower-case letters, digits and "-".',
  'correct it.',
);
