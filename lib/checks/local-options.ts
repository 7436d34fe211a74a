import {
  type ContainerOptions,
  type HealthCheckCommand,
  healthCheckTools,
  type LocalOptions,
  type PublishedPort,
  platforms,
  type SourceMount,
} from '../local/local-options';
import { build } from './build';
import { either, inTurn, integer, isTrueOrFalse, listOf, mapOf, oneOf, satisfying } from './check';
import { mountPath } from './path';
import { hostPort, portName } from './port';
import type { Check } from './problem';
import { buildContext } from './project-path';
import { optional, type Rules, required, shape } from './props';
import { isText } from './text';

const someOf = (item: Check): Check =>
  inTurn(
    listOf(item),
    satisfying((value) => (value as unknown[]).length > 0, 'is empty', 'a list with something in it.', 'leave it out.'),
  );

const command: Rules<HealthCheckCommand> = { exec: required(someOf(isText), ['true']) };

const sourceMount: Rules<SourceMount> = {
  mount: required(buildContext, '.'),
  at: required(mountPath, '/app'),
  command: optional(someOf(isText)),
};

const containerOptions: Rules<ContainerOptions> = {
  build: optional(build),
  watch: optional(either(oneOf('rebuild'), shape(sourceMount))),
  healthCheck: optional(either(oneOf(...healthCheckTools), shape(command))),
};

const published: Rules<PublishedPort> = {
  port: required((value) => (typeof value === 'string' ? portName : integer(1, 65535, '', 8000))(value), 1),
  hostPort: required(hostPort, 1),
};

export const localOptions: Rules<LocalOptions> = {
  ...containerOptions,
  publish: optional(either(hostPort, someOf(shape(published)))),
  replicas: optional(integer(0, 20, ', as many as a laptop may bear', 2)),
  platform: optional(oneOf(...platforms)),
  scheduleLocally: optional(isTrueOrFalse),
  containers: optional(
    mapOf(
      () => [],
      (value) => shape(containerOptions)(value),
    ),
  ),
};
