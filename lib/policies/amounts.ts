import { nearest } from '../checks/nearest';
import type { Problem } from '../checks/problem';
import { shown } from '../checks/shown';
import type { Field } from '../manifests/field';
import { parseQuantity, type Quantity } from '../units/quantity';
import { amountOf } from './amount-of';
import { valueAt } from './bare';
import { type Fault, told } from './fault';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';
import { isHugePages, isPiece, isResource, isWhole, nodeResources } from './resource-names';

/** What a pod asks for, as a whole, for a container or a volume, that no API server takes: less than nothing, beyond a limit. */
export function wrongAmounts({ manifest, isOurs, spec, containers, volumes }: PodSpec): readonly Problem[] {
  const faults = [
    ...[...containers, spec].flatMap(resourcesOf),
    ...(isOurs ? [...containers, spec].flatMap(bytesInParts) : none),
    ...(spec.said.overhead ? overheadOf(spec.field.at('overhead')) : none),
    ...volumes.flatMap(sizeOf),
  ];
  return faults.map((fault) => ({ construct: manifest.construct, ...fault }));
}

const none: readonly Fault[] = [];

function resourcesOf({ said, field }: Part): readonly Fault[] {
  return said.resources ? faultsOf(field.at('resources')) : none;
}

function overheadOf(overhead: Field): readonly Fault[] {
  return [...faultsOfEach(overhead), ...pagesAlone(overhead, overhead)];
}

function sizeOf({ said, field }: Part): readonly Fault[] {
  const limit = valueAt(said, ['emptyDir', 'sizeLimit']);
  return limit == null ? none : faultsOfAmount(field.at('emptyDir', 'sizeLimit'), 'memory');
}

const sizes = [['resources', 'requests'], ['resources', 'limits'], ['overhead']].flatMap((amounts) =>
  ['memory', 'ephemeral-storage'].map((name) => [...amounts, name]),
);

/** What the API server takes with a warning. */
function bytesInParts({ said, field }: Part): readonly Fault[] {
  return sizes
    .filter((path) => isFraction(amountOf(valueAt(said, path))))
    .map((path) =>
      told(field.at(...path), 'is no whole number of bytes', 'a size such as 512Mi.', 'write another unit.'),
    );
}

function faultsOf(resources: Field): readonly Fault[] {
  const [requests, limits] = [resources.at('requests'), resources.at('limits')];
  const wrong = [...faultsOfEach(limits), ...faultsOfEach(requests), ...pagesAlone(resources, limits, requests)];
  return wrong.length > 0 ? wrong : namesIn(requests).flatMap((name) => faultsOfBounds(name, requests, limits));
}

function namesIn(amounts: Field): readonly string[] {
  return Object.keys(Object(amounts.peek()));
}

function faultsOfEach(amounts: Field): readonly Fault[] {
  return namesIn(amounts).flatMap((name) => faultsOfAmount(amounts.at(name), name));
}

function pagesAlone(at: Field, ...amounts: readonly Field[]): readonly Fault[] {
  const names = amounts.flatMap(namesIn);
  if (!names.some(isHugePages) || names.includes('cpu') || names.includes('memory')) return [];
  return [told(at, 'are large pages beside nothing', 'cpu or memory beside them.', 'ask for memory too.')];
}

function faultsOfAmount(field: Field, name: string): readonly Fault[] {
  if (!field.exists) return [];
  if (!isResource(name)) return [unknown(field, name)];
  const amount = amountOf(field.peek());
  if (!amount) return [noQuantity(field)];
  if (amount.numerator < 0n) return [told(field, 'is below zero', 'what it needs.', 'write a positive amount.')];
  if (isPiece(name) && isFraction(amount))
    return [told(field, 'is no whole number', 'a whole number: it cannot be shared.', 'write 1, or leave it out.')];
  const page = isHugePages(name) ? parseQuantity(name.replace('hugepages-', '')) : undefined;
  return isHugePages(name) && !isMultiple(amount, page)
    ? [
        told(
          field,
          'is no number of whole pages',
          `a multiple of ${name.replace('hugepages-', '')}.`,
          'correct the amount.',
        ),
      ]
    : [];
}

/** As whoever reads it tells it. */
function noQuantity(field: Field): Fault {
  const isWord = ['string', 'number'].includes(typeof field.peek());
  const expected = isWord ? 'a quantity, such as 500m or 512Mi.' : 'text or a number.';
  return told(field, 'has another shape than its kind', expected, 'correct the manifest.');
}

function isFraction(amount: Quantity | undefined): boolean {
  return amount !== undefined && amount.numerator % amount.denominator !== 0n;
}

function unknown(field: Field, name: string): Fault {
  const meant = name === 'gpu' ? 'nvidia.com/gpu' : nearest(name, nodeResources);
  return told(
    field,
    'is of nothing that a node has',
    `${nodeResources.join(', ')}, hugepages-2Mi, or a name with the domain of its maker, such as nvidia.com/gpu.`,
    meant === undefined ? 'write the name in full.' : `write ${meant}.`,
  );
}

function isMultiple(amount: Quantity, page: Quantity | undefined): boolean {
  if (!page || page.numerator <= 0n) return false;
  return (amount.numerator * page.denominator) % (amount.denominator * page.numerator) === 0n;
}

function faultsOfBounds(name: string, requests: Field, limits: Field): readonly Fault[] {
  const [request, limit] = [requests.at(name), limits.at(name)];
  const [asked, allowed] = [amountOf(request.peek()), amountOf(limit.peek())];
  if (!asked) return [];
  if (!allowed)
    return isWhole(name)
      ? [told(request, 'has no limit', 'a limit of the same amount.', `write limits: { '${name}': … } too.`)]
      : [];
  const beyond = asked.numerator * allowed.denominator - allowed.numerator * asked.denominator;
  const got = shown(limit.peek());
  if (isWhole(name) && beyond !== 0n)
    return [told(request, `is not the limit, which is ${got}`, 'the same as the limit.', 'leave the request out.')];
  if (beyond <= 0n) return [];
  const expected = 'a request that is no more than the limit.';
  return [told(request, `is above the limit of ${got}`, expected, 'lower the request or raise the limit.')];
}
