import { oneOf, satisfying } from '../checks/check';
import { objectName } from '../checks/name';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { selectorAt } from './selectors';
import { telling, text } from './value-checks';

/** Who may do what, as the API server takes it. */

const group = 'rbac.authorization.k8s.io';

const ofResources = telling(
  ({ apiGroups, resources, nonResourceURLs }) =>
    !isNothing(apiGroups) && !isNothing(resources) && isNothing(nonResourceURLs),
  'names no resources, or paths, which are in no namespace',
  'apiGroups and resources alone.',
  "write such as apiGroups: [''], resources: ['pods'].",
);

const ofPathsToo = telling(
  ({ apiGroups, resources, resourceNames, nonResourceURLs }) =>
    isNothing(nonResourceURLs)
      ? !isNothing(apiGroups) && !isNothing(resources)
      : [apiGroups, resources, resourceNames].every(isNothing),
  'names no resources and no paths, or both',
  'apiGroups and resources, or nonResourceURLs.',
  "write such as apiGroups: [''], resources: ['pods'].",
);

const texts = ['apiGroups', 'resources', 'resourceNames', 'nonResourceURLs'].map(
  (key): Place => [`rules/*/${key}/*`, text],
);

export const role: readonly Place[] = [['rules/*', ofResources], ...texts];

export const clusterRole: readonly Place[] = [
  ['rules/*', ofPathsToo],
  ...texts,
  ...selectorAt('aggregationRule/clusterRoleSelectors/*'),
];

const inNamespace = telling(
  ({ kind, namespace }) => kind !== 'ServiceAccount' || !isNothing(namespace),
  'is in no namespace',
  'the namespace of the ServiceAccount.',
  "write such as namespace: 'orders'.",
);

const ofItsGroup = telling(
  ({ kind, apiGroup }) => isNothing(apiGroup) || apiGroup === (kind === 'ServiceAccount' ? '' : group),
  'is of another group of the API',
  `apiGroup: '${group}' of a User and a Group, and '' of a ServiceAccount.`,
  'leave apiGroup out.',
);

const account = telling(
  ({ kind, name }) => kind !== 'ServiceAccount' || isNothing(name) || objectName(name).length === 0,
  'is called as no ServiceAccount may be',
  'lower-case letters, digits, "-" and ".".',
  'correct the name.',
);

const segment = satisfying(
  (value) => typeof value === 'string' && !/^\.\.?$|[/%]/.test(value),
  'is no name of a role',
  'a name without "/" and "%".',
  'correct it.',
);

export const clusterRoleBinding: readonly Place[] = [...bindingTo('ClusterRole'), ['subjects/*', inNamespace]];
export const roleBinding: readonly Place[] = bindingTo('Role', 'ClusterRole');

function bindingTo(...kinds: readonly string[]): readonly Place[] {
  return [
    ['roleRef/kind', oneOf(...kinds)],
    ['roleRef/apiGroup', oneOf('', group)],
    ['roleRef/name', segment],
    ['subjects/*', ofItsGroup],
    ['subjects/*', account],
    ['subjects/*/namespace', text],
    ['subjects/*/kind', oneOf('ServiceAccount', 'User', 'Group')],
  ];
}
