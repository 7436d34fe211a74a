import { healthCheckTools, type LocalOptions } from '../local/local-options';
import { oneOf } from './check';
import { buildContext } from './path';
import { hostPort } from './port';
import { optional, type Rules } from './props';

export const localOptions: Rules<LocalOptions> = {
  build: optional(buildContext),
  publish: optional(hostPort),
  healthCheck: optional(oneOf(...healthCheckTools)),
};
