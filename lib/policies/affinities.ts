import { integer, oneOf, satisfying } from '../checks/check';
import { labelName } from '../checks/label';
import type { Check } from '../checks/problem';
import { once } from './once';
import type { Place } from './places';

/** Where a pod may be, by the labels of nodes and of other pods, as the API server takes it. */

const needsValues: Readonly<Record<string, boolean>> = {
  In: true,
  NotIn: true,
  Gt: true,
  Lt: true,
  Exists: false,
  DoesNotExist: false,
};

function requirement(...operators: readonly string[]): Check {
  return satisfying(
    (value) => {
      const { operator, values } = Object(value);
      const isThere = Array.isArray(values) && values.length > 0;
      return operators.includes(operator) && needsValues[operator] === isThere;
    },
    'is no requirement of a label',
    `one of ${operators.join(', ')}, with values for In and NotIn, and with none for Exists and DoesNotExist.`,
    "write such as { key: 'disk', operator: 'In', values: ['ssd'] }.",
  );
}

const ofNode = requirement(...Object.keys(needsValues));
const ofPods = requirement('In', 'NotIn', 'Exists', 'DoesNotExist');

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

export const affinities: readonly Place[] = [
  [`affinity/nodeAffinity/${must}/nodeSelectorTerms+`, some],
  [`affinity/nodeAffinity/${must}/nodeSelectorTerms/*/matchExpressions/*`, ofNode],
  [`affinity/nodeAffinity/${may}/*/weight+`, weight],
  [`affinity/nodeAffinity/${may}/*/preference/matchExpressions/*`, ofNode],
  ...['podAffinity', 'podAntiAffinity'].flatMap((kind): readonly Place[] => [
    [`affinity/${kind}/${must}/*/topologyKey+`, labelName],
    [`affinity/${kind}/${must}/*/labelSelector/matchExpressions/*`, ofPods],
    [`affinity/${kind}/${may}/*/weight+`, weight],
    [`affinity/${kind}/${may}/*/podAffinityTerm/topologyKey+`, labelName],
    [`affinity/${kind}/${may}/*/podAffinityTerm/labelSelector/matchExpressions/*`, ofPods],
  ]),
  ['topologySpreadConstraints', once('topologyKey', 'whenUnsatisfiable')],
  ['topologySpreadConstraints/*', spread],
  ['topologySpreadConstraints/*/topologyKey+', labelName],
  ['topologySpreadConstraints/*/whenUnsatisfiable+', oneOf('DoNotSchedule', 'ScheduleAnyway')],
];
