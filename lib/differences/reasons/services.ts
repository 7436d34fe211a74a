import { below } from './patterns';
import { alike, type Because, nobody, type Reason } from './reason';

const kinds = ['Service'];

const publish = 'nothing leads there from outside: publish a port with local.publish';

const addresses: Because = {
  reason: 'an address in the cluster: Docker gives each container its own',
  means: 'nothing',
};

const fromOutside: Because = {
  reason: 'how the world outside reaches it: a laptop has no load balancer',
  means: publish,
};

const elsewhere: Because = {
  reason: 'another name for a host elsewhere: Compose has none',
  means: 'whoever calls it by this name finds nobody: call that host itself',
};

const path: Because = {
  reason: 'which pod of several answers: one is all there is, or else the next in turn',
  means: 'what happens among several pods shows only in a cluster',
};

export const reasonsOfServices: readonly Reason[] = [
  {
    kinds,
    fields: ['spec/type'],
    only: 'ClusterIP',
    reason: 'within the project, as in the cluster',
    means: 'nothing',
  },
  { kinds, fields: ['spec/type'], only: 'NodePort', reason: 'a port of every node: a laptop is none', means: publish },
  { kinds, fields: ['spec/type'], only: 'LoadBalancer', ...fromOutside },
  { kinds, fields: ['spec/type'], only: 'ExternalName', ...elsewhere },
  { kinds, fields: ['spec/externalName'], ...elsewhere },
  {
    kinds,
    fields: below('spec', 'externalIPs', 'externalIPs/*'),
    reason: 'addresses of nodes: a laptop has none',
    means: publish,
  },
  {
    kinds,
    fields: ['spec/ports/*/nodePort', 'spec/healthCheckNodePort'],
    reason: 'a port of every node: a laptop is none',
    means: publish,
  },
  {
    kinds,
    fields: [
      ...below('spec', 'loadBalancerClass', 'loadBalancerIP', 'loadBalancerSourceRanges', 'loadBalancerSourceRanges/*'),
      ...below('spec', 'allocateLoadBalancerNodePorts', 'externalTrafficPolicy'),
    ],
    ...fromOutside,
  },
  { kinds, fields: ['spec/sessionAffinity'], only: 'None', ...alike },
  { kinds, fields: ['spec/internalTrafficPolicy'], only: 'Cluster', ...alike },
  {
    kinds,
    fields: [
      ...below('spec', 'sessionAffinity', 'sessionAffinityConfig/clientIP/timeoutSeconds'),
      ...below('spec', 'internalTrafficPolicy', 'trafficDistribution'),
    ],
    ...path,
  },
  {
    kinds,
    fields: ['spec/publishNotReadyAddresses'],
    reason: 'Compose names a container as soon as it runs',
    means: 'nothing',
  },
  {
    kinds,
    fields: [...below('spec/ports/*', 'name', 'protocol', 'port', 'targetPort', 'appProtocol'), 'spec/ports'],
    reason: 'Compose has no ports between services: each answers on all of its own',
    means: 'nothing',
  },
  { kinds, fields: ['spec/selector', 'spec/selector/*'], ...nobody },
  { kinds, fields: ['spec/clusterIP'], only: 'None', ...nobody },
  {
    kinds,
    fields: below('spec', 'clusterIP', 'clusterIPs/*', 'ipFamilies/*', 'ipFamilyPolicy'),
    ...addresses,
  },
];
