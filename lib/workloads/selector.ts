import { type Field, UnreadableField } from '../manifests/field';

export type Labels = Readonly<Record<string, string>>;

/** A label selector as Kubernetes reads it: all of matchLabels and matchExpressions; an empty one selects all. */
export type Selector = (labels: Labels) => boolean;

/** Whether it selects is found out without reading it: of one that selects nothing here, nothing is carried. */
export function selectorOf(observed: Field): Selector {
  const field = observed.unobserved();
  const wanted = Object.entries(field.at('matchLabels').textMap());
  const expressions = field.at('matchExpressions').items().map(expressionOf);
  return (labels) =>
    wanted.every(([key, value]) => labels[key] === value) && expressions.every((matches) => matches(labels));
}

/** A selector that found something is read, and so is each label that it found it by. */
export function rememberSelection(selector: Field, labels: readonly Field[]): void {
  selector.json();
  const expressions = selector.at('matchExpressions').items();
  const keys = [
    ...selector
      .at('matchLabels')
      .entries()
      .map(([key]) => key),
    ...expressions.map((expression) => expression.at('key').text()),
  ];
  for (const field of labels) for (const key of keys) field.at(key).tryText();
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
