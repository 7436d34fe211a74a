import { named } from './network-checks';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { telling } from './value-checks';

const somewhere = telling(
  ({ addresses, notReadyAddresses }) => !isNothing(addresses) || !isNothing(notReadyAddresses),
  'has no addresses',
  'addresses or notReadyAddresses.',
  "write such as addresses: [{ ip: '10.0.0.10' }].",
);

export const endpoints: readonly Place[] = [
  ['subsets/*', somewhere],
  ['subsets/*/ports', named],
];
