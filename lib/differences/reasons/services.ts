import { nobody, type Reason } from './reason';

const kinds = ['Service'];

export const reasonsOfServices: readonly Reason[] = [
  {
    kinds,
    fields: ['spec/type'],
    only: 'ClusterIP',
    reason: 'within the project, as in the cluster',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/externalIPs'],
    reason: 'addresses of nodes: a laptop has none',
    means: 'nothing leads there: publish a port with local.publish',
  },
  {
    kinds,
    fields: ['spec/publishNotReadyAddresses'],
    reason: 'Compose names a container as soon as it runs',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/ports/*/name', 'spec/ports/*/protocol', 'spec/ports/*/port', 'spec/ports/*/targetPort'],
    reason: 'Compose has no ports between services: each answers on all of its own',
    means: 'nothing',
  },
  { kinds, fields: ['spec/selector/*'], ...nobody },
  { kinds, fields: ['spec/clusterIP'], only: 'None', ...nobody },
];
