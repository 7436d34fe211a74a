import type { ContainerResources } from '../pods/resources';
import { cpuText, sizeText } from '../pods/resources';
import { bytes, cpuMillis } from '../units/quantity';
import type { Check, Finding } from './problem';
import { optional, shape } from './props';
import { cpu, size } from './quantity';

/** What a container asks for and may use; with the defaults filled in, no request is above its limit. */
export function resources(defaults: ContainerResources): Check {
  const bounds = (one: Check) => optional(shape({ request: optional(one), limit: optional(one) }));
  const given = shape<ContainerResources>({ cpu: bounds(cpu), memory: bounds(size) });
  return (value) => {
    const findings = given(value);
    return findings.length > 0 ? findings : aboveLimit(defaults, value as ContainerResources);
  };
}

function aboveLimit(defaults: ContainerResources, given: ContainerResources): readonly Finding[] {
  const processor = { ...defaults.cpu, ...given.cpu };
  const memory = { ...defaults.memory, ...given.memory };
  return [
    ...compared('cpu', processor.request, processor.limit, cpuText, (text) => BigInt(cpuMillis(text))),
    ...compared('memory', memory.request, memory.limit, sizeText, bytes),
  ];
}

function compared<T>(
  prop: string,
  request: T | undefined,
  limit: T | undefined,
  text: (quantity: T) => string,
  amount: (text: string) => bigint,
): readonly Finding[] {
  if (request === undefined || limit === undefined || amount(text(request)) <= amount(text(limit))) return [];
  return [
    {
      prop: `${prop}.request`,
      wrong: `is above the limit of ${text(limit)}`,
      got: text(request),
      expected: `at most ${text(limit)}`,
      fix: `lower it, or raise ${prop}.limit`,
    },
  ];
}
