import type { ContainerResources } from '../pods/resources';
import { inTurn } from './check';
import { cpu, cpuLimit, cpuMillisOf } from './cpu';
import { within } from './finding';
import type { Check, Finding } from './problem';
import { optional, shape } from './props';
import { shown } from './shown';
import { bytesOf, memoryLimit, size } from './size';

/** What a container asks for and may use; with the defaults filled in, no request is above its limit. */
export function resources(defaults: ContainerResources): Check {
  return shape<ContainerResources>({
    cpu: optional(bounds(cpu, orNone(cpuLimit), cpuMillisOf, defaults.cpu)),
    memory: optional(bounds(size, memoryLimit, bytesOf, defaults.memory)),
    ephemeralStorage: optional(bounds(size, orNone(size), bytesOf, defaults.ephemeralStorage)),
  });
}

function orNone(limit: Check): Check {
  return (value) => (value === 'none' ? [] : limit(value));
}

interface Bounds {
  readonly request?: unknown;
  readonly limit?: unknown;
}

function bounds(
  request: Check,
  limit: Check,
  amount: (value: unknown) => bigint | undefined,
  defaults: Bounds = {},
): Check {
  return inTurn(shape<Bounds>({ request: optional(request), limit: optional(limit) }), (value) => {
    const given = value as Bounds;
    const asked = amount(given.request ?? defaults.request);
    const allowed = amount(given.limit ?? defaults.limit);
    return asked === undefined || allowed === undefined || asked <= allowed ? [] : beyond(given, defaults);
  });
}

/** Told at the bound that was given; of two, at the request. */
function beyond(given: Bounds, defaults: Bounds): readonly Finding[] {
  const [key, wrong, fix] =
    given.request === undefined
      ? [
          'limit',
          `is below the request, which is ${shown(defaults.request)} by default`,
          'write a request as well, no more than the limit.',
        ]
      : given.limit === undefined
        ? [
            'request',
            `is above the limit, which is ${shown(defaults.limit)} by default`,
            'write a limit as well, no less than the request.',
          ]
        : ['request', `is above the limit of ${shown(given.limit)}`, 'lower the request or raise the limit.'];
  return within(key, [
    { prop: '', wrong, got: given[key as keyof Bounds], expected: 'a request that is no more than the limit.', fix },
  ]);
}
