import { Peer, StatefulMongo } from 'cdk8s-tandem';
import { localRows } from './local-rows';
import { itself, podRows } from './pod-rows';
import type { Table } from './rows';

const spec = 'StatefulSet/spec';
const pod = `${spec}/template`;
const container = `${pod}/spec/containers/name=mongod`;
const claim = `${spec}/volumeClaimTemplates/0/spec`;

export const statefulMongo: Table = {
  make: (chart, props) => new StatefulMongo(chart, 'mongo', props),
  minimal: {},
  rows: {
    image: { at: `${container}/image`, sample: 'mongo:7.0.14' },
    database: { at: `${container}/env/name=APP_DATABASE/value`, sample: 'orders' },
    storage: { at: `${claim}/resources/requests/storage`, sample: '5Gi' },
    storageClassName: { at: `${claim}/storageClassName`, byDefault: undefined, sample: 'fast' },
    members: { refused: 'members: is above 1', sample: 3 },
    resources: {
      at: `${container}/resources`,
      byDefault: {
        requests: { cpu: '500m', memory: '2Gi', 'ephemeral-storage': '64Mi' },
        limits: { cpu: '1', memory: '2Gi', 'ephemeral-storage': '256Mi' },
      },
      sample: { memory: { request: '4Gi', limit: '4Gi' } },
    },
    spread: { at: `${pod}/spec/affinity/podAntiAffinity`, byDefault: anything(), sample: 'required' },
    disruptionBudget: {
      at: 'PodDisruptionBudget/spec',
      byDefault: {
        maxUnavailable: 1,
        selector: { matchLabels: { 'app.kubernetes.io/instance': 'mongo' } },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
      sample: { maxUnavailable: 2 },
    },
    allowFrom: {
      at: 'NetworkPolicy/spec/ingress/0/from/0/podSelector/matchLabels',
      byDefault: itself('mongo'),
      sample: [Peer.namespace('web')],
    },
    local: { at: 'compose/services/mongo/ports', byDefault: undefined, sample: { publish: 27017 }, least: {} },
    'local.seed': { at: 'compose/services/mongo-seed', byDefault: undefined, sample: './seed' },
    ...localRows('compose/services/mongo'),
    'local.healthCheck': {
      at: 'compose/services/mongo/healthcheck/test',
      byDefault: ['CMD', 'bash', '/scripts/ready.sh'],
      sample: { exec: ['true'] },
    },
    'local.replicas': { refused: 'local.replicas', sample: 2 },
    'local.scheduleLocally': { refused: 'local.scheduleLocally', sample: true },
    ...podRows(pod, 'mongo', 120, 'mongod'),
  },
};

function anything() {
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: {
          labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'mongo' } },
          topologyKey: 'kubernetes.io/hostname',
        },
      },
    ],
  };
}
