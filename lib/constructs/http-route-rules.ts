import { inTurn, oneOf, satisfying, someOf } from '../checks/check';
import { host } from '../checks/host';
import { namespaceName, objectName } from '../checks/name';
import { httpPath } from '../checks/path';
import { peer } from '../checks/peers';
import type { Check } from '../checks/problem';
import { optional, type Rules, required, shape } from '../checks/props';
import type { GatewayRef, HttpRouteProps } from './http-route-props';

const gateway: Rules<GatewayRef> = {
  name: required(objectName, 'invalid'),
  namespace: optional(namespaceName),
  sectionName: optional(objectName),
};

/** As the kind's own schema has it. */
const plainPath: Check = inTurn(
  httpPath,
  satisfying(
    (value) => !/\?|\/\/|%2f/i.test(String(value)),
    'holds more than a plain path',
    'a path such as /orders.',
    'leave out "?", "//" and "%2F".',
  ),
);

const rules: Rules<HttpRouteProps> = {
  parentRefs: required(someOf(shape(gateway)), [{ name: 'invalid' }]),
  hostnames: required(someOf(host), ['invalid.example']),
  path: optional(plainPath),
  pathType: optional(oneOf('PathPrefix', 'Exact')),
  from: optional(peer),
};

export const httpRoute: Check = shape(rules);
