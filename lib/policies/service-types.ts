import { bare, mapsAt, valueAt } from './bare';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { telling } from './value-checks';

/** One that says nothing is for inside a cluster alone. */
const typeOf = (type: unknown) => String(type || 'ClusterIP');
const open = ['NodePort', 'LoadBalancer'];

const locally = telling(
  ({ type, externalTrafficPolicy, healthCheckNodePort }) =>
    !healthCheckNodePort || (type === 'LoadBalancer' && externalTrafficPolicy === 'Local'),
  'has a healthCheckNodePort that nobody asks',
  "it beside type: 'LoadBalancer' and externalTrafficPolicy: 'Local' alone.",
  'leave it out.',
);

const fromOutside = telling(
  ({ type, externalTrafficPolicy, externalIPs }) =>
    isNothing(externalTrafficPolicy) ||
    open.includes(typeOf(type)) ||
    (typeOf(type) === 'ClusterIP' && !isNothing(externalIPs)),
  'has an externalTrafficPolicy, and nothing leads there from outside',
  "it beside type: 'NodePort' or 'LoadBalancer', or externalIPs.",
  'leave it out.',
);

const onNodes = telling(
  (spec) => typeOf(spec.type) !== 'ClusterIP' || mapsAt(spec, 'ports').every(({ nodePort }) => !nodePort),
  'has a port of the nodes, and is for inside the cluster',
  "nodePort beside type: 'NodePort' or 'LoadBalancer'.",
  'leave nodePort out, or write the type.',
);

const headless = telling(
  ({ type, clusterIP, clusterIPs }) =>
    typeOf(type) === 'ExternalName'
      ? isNothing(clusterIP) && isNothing(clusterIPs)
      : clusterIP !== 'None' || !open.includes(typeOf(type)),
  'has a clusterIP that its type cannot have',
  "'None' beside type: 'ClusterIP', and none beside 'ExternalName'.",
  'leave it out.',
);

const first = telling(
  ({ clusterIP, clusterIPs }) => !Array.isArray(clusterIPs) || isNothing(clusterIPs) || clusterIPs[0] === clusterIP,
  'has other clusterIPs than its clusterIP',
  'the clusterIP first among them.',
  'leave clusterIPs out.',
);

const remembering = telling(
  ({ sessionAffinity, sessionAffinityConfig }) => {
    const seconds = valueAt(bare(sessionAffinityConfig), ['clientIP', 'timeoutSeconds']) ?? 1;
    return sessionAffinity !== 'ClientIP' || (Number(seconds) >= 1 && Number(seconds) <= 86_400);
  },
  'remembers clients for too short or too long',
  'timeoutSeconds from 1 to 86400, which is a day.',
  'correct them.',
);

const families = telling(
  ({ ipFamilies, ipFamilyPolicy }) =>
    ipFamilyPolicy !== 'SingleStack' || !Array.isArray(ipFamilies) || ipFamilies.length < 2,
  'has two families of addresses, and one by its policy',
  "ipFamilyPolicy: 'PreferDualStack' or 'RequireDualStack' beside two.",
  'write one of them.',
);

/** What a Service says beside its type, or one field beside another. */
export const besideTypes: readonly Place[] = [
  ['spec', locally],
  ['spec', fromOutside],
  ['spec', onNodes],
  ['spec', headless],
  ['spec', first],
  ['spec', families],
  ['spec', remembering],
  only('loadBalancerClass', ['LoadBalancer']),
  only('allocateLoadBalancerNodePorts', ['LoadBalancer']),
  only('loadBalancerSourceRanges', ['LoadBalancer']),
  only('ipFamilies', ['ClusterIP', ...open]),
  only('ipFamilyPolicy', ['ClusterIP', ...open]),
];

function only(key: string, types: readonly string[]): Place {
  const expected = `it beside type: ${types.map((type) => `'${type}'`).join(' or ')} alone.`;
  const isUnsaid = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0);
  return [
    'spec',
    telling(
      (spec) => isUnsaid(spec[key]) || types.includes(typeOf(spec.type)),
      `has ${key}, which is for another type`,
      expected,
      'leave it out.',
    ),
  ];
}
