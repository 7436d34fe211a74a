import { oneOf } from '../checks/check';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { selectorAt } from './selectors';
import { telling } from './value-checks';

/** Who may do what, as the API server takes it. */

const group = 'rbac.authorization.k8s.io';

const ofResources = telling(
  ({ apiGroups, resources }) => !isNothing(apiGroups) && !isNothing(resources),
  'names no resources',
  'apiGroups and resources.',
  "write such as apiGroups: [''], resources: ['pods'].",
);

const ofPathsToo = telling(
  ({ apiGroups, resources, nonResourceURLs }) =>
    isNothing(nonResourceURLs) ? !isNothing(apiGroups) && !isNothing(resources) : isNothing(resources),
  'names no resources and no paths, or both',
  'apiGroups and resources, or nonResourceURLs.',
  "write such as apiGroups: [''], resources: ['pods'].",
);

export const role: readonly Place[] = [['rules/*', ofResources]];

export const clusterRole: readonly Place[] = [
  ['rules/*', ofPathsToo],
  ...selectorAt('aggregationRule/clusterRoleSelectors/*'),
];

const inNamespace = telling(
  ({ kind, namespace }) => kind !== 'ServiceAccount' || !isNothing(namespace),
  'is in no namespace',
  'the namespace of the ServiceAccount.',
  "write such as namespace: 'orders'.",
);

export const clusterRoleBinding: readonly Place[] = [...bindingTo('ClusterRole'), ['subjects/*', inNamespace]];
export const roleBinding: readonly Place[] = bindingTo('Role', 'ClusterRole');

function bindingTo(...kinds: readonly string[]): readonly Place[] {
  return [
    ['roleRef/kind', oneOf(...kinds)],
    ['roleRef/apiGroup', oneOf('', group)],
    ['subjects/*/kind', oneOf('ServiceAccount', 'User', 'Group')],
  ];
}
