import { integer } from './check';
import type { Check } from './problem';
import { holding, textCheck } from './text-check';

/** A port that a process without root can listen on. */
export const containerPort: Check = integer(1024, 65535, ': below 1024 a process that is not root cannot listen', 8000);

/** Any port of the laptop. */
export const hostPort: Check = integer(1, 65535, '', 8000);

/** Any TCP port of somebody else. */
export const remotePort: Check = integer(1, 65535, '', 443);

/** The name that a container gives one of its ports, as the API server takes it. */
export const portName: Check = textCheck({
  expected: 'the name of a port of a container, such as metrics, or its number.',
  example: 'metrics',
  faults: [
    { when: /^\d{1,5}$/, wrong: 'is a number in quotes', fix: (text) => `write ${Number(text)} without quotes.` },
    { ...holding(/[^a-z0-9-]/u), becomes: (text) => text.toLowerCase().replace(/[^a-z0-9-]+/g, '-') },
    {
      when: (text) => text.length > 15,
      wrong: 'is longer than 15 characters',
      fix: 'write the name that the container gives it.',
    },
    { when: /^[0-9-]+$|^-|-$|--/, wrong: 'is no name of a port', fix: 'write the name that the container gives it.' },
  ],
});
