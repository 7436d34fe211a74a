import { integer } from './check';
import type { Check } from './problem';

/** A port that a process without root can listen on. */
export const containerPort: Check = integer(1024, 65535, ': below 1024 a process that is not root cannot listen', 8000);

/** Any port of the laptop. */
export const hostPort: Check = integer(1, 65535, '', 8000);

/** Any TCP port of somebody else. */
export const remotePort: Check = integer(1, 65535, '', 443);
