import { type Field, UnreadableField } from '../manifests/field';

export type Labels = Readonly<Record<string, string>>;

/** A label selector as Kubernetes reads it: all of matchLabels and matchExpressions; an empty one selects all. */
export type Selector = (labels: Labels) => boolean;

export function selectorOf(field: Field): Selector {
  const wanted = Object.entries(field.at('matchLabels').textMap());
  const expressions = field.at('matchExpressions').items().map(expressionOf);
  return (labels) =>
    wanted.every(([key, value]) => labels[key] === value) && expressions.every((matches) => matches(labels));
}

type Operator = (value: string | undefined, values: readonly string[]) => boolean;

const operators: Readonly<Record<string, Operator>> = {
  In: (value, values) => value !== undefined && values.includes(value),
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: (value) => value !== undefined,
  DoesNotExist: (value) => value === undefined,
};

function expressionOf(field: Field): Selector {
  const key = field.at('key').text();
  const operator = operatorOf(field.at('operator'));
  const values = field.at('values').texts();
  return (labels) => operator(labels[key], values);
}

function operatorOf(field: Field): Operator {
  const name = field.text();
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw new UnreadableField(field, Object.keys(operators).join(' or '));
  return operator;
}
