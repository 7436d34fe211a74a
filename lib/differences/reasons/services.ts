import type { Reason } from './reason';

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
    fields: ['spec/ports/*/name', 'spec/ports/*/protocol'],
    reason: 'Compose has no ports between services',
    means: 'nothing',
  },
];
