import type { Problem } from '../checks/problem';
import { shown } from '../checks/shown';
import type { Field } from '../manifests/field';
import type { Quantity } from '../units/quantity';
import { amountOf } from './amount-of';
import { valueAt } from './bare';
import { type Fault, told } from './fault';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';

/** What a pod asks for as a whole is no less than what its containers ask for, and what it may use no less than each may. */
export function smallPods({ manifest, spec, initContainers, containers }: PodSpec): readonly Problem[] {
  if (!spec.said.resources) return none;
  const [requests, limits] = ['requests', 'limits'].map((bound) => spec.field.at('resources', bound));
  const mains = containers.slice(initContainers.length);
  const beside = initContainers.filter(({ said }) => said.restartPolicy === 'Always');
  const faults = [
    ...below(requests, [[...beside, ...mains], ...initContainers.map((one) => [one])]),
    ...below(
      limits,
      mains.map((one) => [one]),
    ),
  ];
  return faults.map((fault) => ({ construct: manifest.construct, ...fault }));
}

const none: readonly Problem[] = [];

/** Of each resource, told once: the first group of containers that has more than the pod. */
function below(bound: Field | undefined, groups: readonly (readonly Part[])[]): readonly Fault[] {
  return Object.keys(Object(bound?.peek())).flatMap((name) => {
    const field = bound?.at(name);
    const most = amountOf(field?.peek());
    const more = groups
      .map((group) => group.map(({ said }) => valueAt(said, ['resources', `${bound?.key}`, name])))
      .find((amounts) => most && isMore(sumOf(amounts), most));
    if (!field || !more) return [];
    const said = more.filter((amount) => amount != null).map((amount) => shown(amount));
    return [
      told(
        field,
        `is less than what its containers have, which is ${said.join(' and ')}`,
        'as much as they have.',
        'raise it, or lower theirs.',
      ),
    ];
  });
}

function sumOf(amounts: readonly unknown[]): Quantity {
  return amounts
    .flatMap((amount) => amountOf(amount) ?? [])
    .reduce(
      (sum, { numerator, denominator }) => ({
        numerator: sum.numerator * denominator + numerator * sum.denominator,
        denominator: sum.denominator * denominator,
      }),
      { numerator: 0n, denominator: 1n },
    );
}

function isMore(one: Quantity, other: Quantity): boolean {
  return one.numerator * other.denominator > other.numerator * one.denominator;
}
