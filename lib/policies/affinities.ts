import { integer, oneOf, satisfying } from '../checks/check';
import { labelName } from '../checks/label';
import { namespaceName, objectName } from '../checks/name';
import type { Check } from '../checks/problem';
import { once } from './once';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { ofNode, requirementsAt, selectorAt } from './selectors';
import { telling } from './value-checks';

/** Where a pod may be, by the labels of nodes and of other pods, as the API server takes it. */

const some: Check = satisfying(
  (value) => Array.isArray(value) && value.length > 0,
  'are none',
  'at least one.',
  'write one, or leave out what it is for.',
);

const weight = integer(1, 100, '', 100);
const must = 'requiredDuringSchedulingIgnoredDuringExecution';
const may = 'preferredDuringSchedulingIgnoredDuringExecution';

const spread: Check = satisfying(
  (value) => Object(value).minDomains == null || Object(value).whenUnsatisfiable === 'DoNotSchedule',
  'has minDomains, and pods are put anywhere',
  "minDomains beside whenUnsatisfiable: 'DoNotSchedule' alone.",
  'leave minDomains out.',
);

const byKeys = telling(
  ({ matchLabelKeys, mismatchLabelKeys, labelSelector }) =>
    labelSelector != null || (isNothing(matchLabelKeys) && isNothing(mismatchLabelKeys)),
  'has keys of labels, and no labelSelector beside them',
  'a labelSelector, such as {}.',
  'write one, or leave the keys out.',
);

const named = telling(
  ({ key, operator, values }) =>
    key === 'metadata.name' &&
    ['In', 'NotIn'].includes(String(operator)) &&
    Array.isArray(values) &&
    values.length === 1 &&
    objectName(values[0]).length === 0,
  'is no requirement of a field',
  'the name of a node.',
  "write such as { key: 'metadata.name', operator: 'In', values: ['node-1'] }.",
);

function nodeTerm(path: string): readonly Place[] {
  return [...requirementsAt(`${path}/matchExpressions`, ofNode), [`${path}/matchFields/*`, named]];
}

function peers(path: string): readonly Place[] {
  return [
    ...['labelSelector', 'namespaceSelector'].flatMap((key) => selectorAt(`${path}/${key}`)),
    [path, byKeys],
    [`${path}/namespaces/*`, namespaceName],
  ];
}

export const affinities: readonly Place[] = [
  [`affinity/nodeAffinity/${must}/nodeSelectorTerms+`, some],
  ...nodeTerm(`affinity/nodeAffinity/${must}/nodeSelectorTerms/*`),
  [`affinity/nodeAffinity/${may}/*/weight+`, weight],
  ...nodeTerm(`affinity/nodeAffinity/${may}/*/preference`),
  ...['podAffinity', 'podAntiAffinity'].flatMap((kind): readonly Place[] => [
    [`affinity/${kind}/${must}/*/topologyKey+`, labelName],
    ...peers(`affinity/${kind}/${must}/*`),
    [`affinity/${kind}/${may}/*/weight+`, weight],
    [`affinity/${kind}/${may}/*/podAffinityTerm/topologyKey+`, labelName],
    ...peers(`affinity/${kind}/${may}/*/podAffinityTerm`),
  ]),
  ['topologySpreadConstraints', once('topologyKey', 'whenUnsatisfiable')],
  ['topologySpreadConstraints/*', spread],
  ['topologySpreadConstraints/*', byKeys],
  ['topologySpreadConstraints/*/matchLabelKeys/*', labelName],
  ['topologySpreadConstraints/*/minDomains', integer(1, 2 ** 31 - 1, '', 2)],
  ['topologySpreadConstraints/*/nodeAffinityPolicy', oneOf('Honor', 'Ignore')],
  ['topologySpreadConstraints/*/nodeTaintsPolicy', oneOf('Honor', 'Ignore')],
  ['topologySpreadConstraints/*/maxSkew+', integer(1, 2 ** 31 - 1, '', 1)],
  ...selectorAt('topologySpreadConstraints/*/labelSelector'),
  ['topologySpreadConstraints/*/topologyKey+', labelName],
  ['topologySpreadConstraints/*/whenUnsatisfiable+', oneOf('DoNotSchedule', 'ScheduleAnyway')],
];
