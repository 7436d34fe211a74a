import { namespaceName } from '../checks/name';
import { remotePort } from '../checks/port';
import { named, protocol } from './network-checks';
import { isNothing, orEmpty } from './or-nothing';
import type { Place } from './places';
import { address } from './pod-checks';
import { telling } from './value-checks';

const somewhere = telling(
  ({ addresses, notReadyAddresses }) => !isNothing(addresses) || !isNothing(notReadyAddresses),
  'has no addresses',
  'addresses or notReadyAddresses.',
  "write such as addresses: [{ ip: '10.0.0.10' }].",
);

export const endpoints: readonly Place[] = [
  ['subsets/*', somewhere],
  ['subsets/*/addresses/*/ip', address],
  ['subsets/*/notReadyAddresses/*/ip', address],
  ['subsets/*/ports', named],
  ['subsets/*/ports/*/name', orEmpty(namespaceName)],
  ['subsets/*/ports/*/port', remotePort],
  ['subsets/*/ports/*/protocol', orEmpty(protocol)],
];
