import type { k8s } from 'cdk8s-plus-28';
import type { Probe } from '../pods/probe';
import { inTurn, integer, listOf, oneOf, satisfying } from './check';
import { found } from './finding';
import { httpPath } from './path';
import { portName } from './port';
import type { Check, Finding } from './problem';
import { optional, type Rules, required, shape } from './props';
import { isText } from './text';

type Action<K extends keyof Probe> = NonNullable<Probe[K]>;

/** A port by its number or by the name that the container gives it, bare or as cdk8s-plus has it. */
const port: Check = (value) => {
  const bare = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof bare === 'string' ? portName(bare) : integer(1, 65535, ', or the name of a port', 8000)(bare);
};

/** What would begin another header, or end the last. */
const headerValue: Check = inTurn(isText, (value) =>
  /[\p{Cc}]/u.test(String(value))
    ? found(value, 'holds a character that ends a header', 'text on one line.', 'take it away.')
    : [],
);

const header: Rules<k8s.HttpHeader> = {
  name: required(
    satisfying(
      (value) => typeof value === 'string' && /^[A-Za-z0-9-]{1,256}$/.test(value),
      'is no name of a header',
      'letters, digits and "-", such as X-Probe.',
      'correct it.',
    ),
    'X-Probe',
  ),
  value: required(headerValue, ''),
};

const words: Check = inTurn(listOf(isText), (value): readonly Finding[] =>
  (value as readonly string[])[0] ? [] : found(value, 'names no program', 'a program first.', 'write ["true"].'),
);

/** The ways in which a kubelet asks a container or tells it something. */
export const exec: Check = shape<Action<'exec'>>({ command: required(words, ['true']) });

export const httpGet: Check = shape<Action<'httpGet'>>({
  host: optional(isText),
  httpHeaders: optional(listOf(shape(header))),
  path: optional(httpPath),
  port: required(port, 8000),
  scheme: optional(oneOf('HTTP', 'HTTPS')),
});

export const tcpSocket: Check = shape<Action<'tcpSocket'>>({ host: optional(isText), port: required(port, 8000) });

export const grpc: Check = shape<Action<'grpc'>>({
  port: required(integer(1, 65535, '', 8000), 8000),
  service: optional(isText),
});
