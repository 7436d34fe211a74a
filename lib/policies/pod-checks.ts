import { isIP } from 'node:net';
import { integer, satisfying } from '../checks/check';
import type { Check } from '../checks/problem';

/** Checks that several places of a pod share. */

/** Of a user or a group. */
export const id: Check = integer(0, 2 ** 31 - 1, '', 10_001);

export const address: Check = satisfying(
  (value) => typeof value === 'string' && isIP(value) !== 0,
  'is no address',
  'an address such as 10.0.0.10.',
  'correct it.',
);

/** A path in a container or on a node. */
export const inside: Check = satisfying(
  (value) => typeof value === 'string' && !value.split('/').includes('..'),
  'leads back by ".."',
  'a path without "..".',
  'write the path that is meant.',
);
