import type { Least } from './least';

/** What a claim asks for. */
export const leastClaim: Least = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '20Gi' } },
  'dataSourceRef?': { kind: 'VolumeSnapshot', name: 'data' },
};

const owner: Least = { spec: { selector: { 'matchLabels?': { 'app?': 'api' } } } };

const target: Least = { 'apiVersion?': 'apps/v1', kind: 'Deployment', name: 'api' };
const metric: Least = { metric: { name: 'requests_per_second' }, target: { type: 'AverageValue' } };
const ofResource: Least = { name: 'cpu', target: { type: 'Utilization' } };
const scaling: Least = { 'policies?': [{ type: 'Pods', value: 1, periodSeconds: 60 }] };

const backend: Least = {
  'service?': { name: 'api', port: { 'number?': 80 } },
  'resource?': { kind: 'Bucket', name: 'files' },
};

const job: Least = {
  'successPolicy?': { rules: [{ 'succeededIndexes?': '0' }] },
  'podFailurePolicy?': {
    'rules?': [
      {
        action: 'FailJob',
        'onExitCodes?': { operator: 'In', values: [1] },
        'onPodConditions?': [{ type: 'DisruptionTarget' }],
      },
    ],
  },
};

/** Of an object of any kind. */
export const leastOfAll: Least = {
  'metadata?': {
    'ownerReferences?': [
      { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api', uid: '1f6e9c0a-7d1f-4d0e-9a53-0d5f0c1f4c11' },
    ],
  },
};

/** The least that the API server of Kubernetes 1.36 takes of each kind; of kinds that are not here nothing is said. */
export const leastObjects: Readonly<Record<string, Least>> = {
  'apps/v1/DaemonSet': owner,
  'apps/v1/Deployment': owner,
  'apps/v1/ReplicaSet': owner,
  'apps/v1/StatefulSet': { spec: { ...(owner.spec as Least), 'volumeClaimTemplates?': [{ spec: leastClaim }] } },
  'apps/v1/ControllerRevision': { data: { 'key?': 'value' } },
  'autoscaling/v1/HorizontalPodAutoscaler': { spec: { maxReplicas: 3, scaleTargetRef: target } },
  'autoscaling/v2/HorizontalPodAutoscaler': {
    spec: {
      maxReplicas: 3,
      scaleTargetRef: target,
      'metrics?': [
        {
          type: 'Resource',
          'resource?': ofResource,
          'containerResource?': { container: 'api', ...ofResource },
          'pods?': metric,
          'object?': { describedObject: { kind: 'Service', name: 'api' }, ...metric },
          'external?': metric,
        },
      ],
      'behavior?': { 'scaleUp?': scaling, 'scaleDown?': scaling },
    },
  },
  'batch/v1/CronJob': { 'spec?': { 'jobTemplate?': { 'spec?': job } } },
  'batch/v1/Job': { 'spec?': job },
  'discovery.k8s.io/v1/EndpointSlice': { addressType: 'IPv4', 'endpoints?': [{ addresses: ['10.0.0.10'] }] },
  'networking.k8s.io/v1/Ingress': {
    spec: {
      'defaultBackend?': backend,
      'rules?': [{ 'http?': { paths: [{ pathType: 'Prefix', backend }] } }],
    },
  },
  'networking.k8s.io/v1/IngressClass': {
    spec: { controller: 'example.com/ingress', 'parameters?': { kind: 'IngressParameters', name: 'public' } },
  },
  'networking.k8s.io/v1/NetworkPolicy': {
    'spec?': {
      'ingress?': [{ 'from?': [{ 'ipBlock?': { cidr: '10.0.0.0/8' } }] }],
      'egress?': [{ 'to?': [{ 'ipBlock?': { cidr: '10.0.0.0/8' } }] }],
    },
  },
  'v1/Endpoints': {
    'subsets?': [
      {
        'addresses?': [{ ip: '10.0.0.10' }],
        'notReadyAddresses?': [{ ip: '10.0.0.10' }],
        'ports?': [{ port: 80 }],
      },
    ],
  },
  'v1/LimitRange': { 'spec?': { 'limits?': [{ type: 'Container' }] } },
  'v1/PersistentVolume': {
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '20Gi' },
      'csi?': { driver: 'csi.example.com', volumeHandle: 'data' },
      'hostPath?': { path: '/data' },
      'local?': { path: '/data' },
      'nfs?': { server: 'nfs.example.com', path: '/data' },
      'nodeAffinity?': { required: { nodeSelectorTerms: [{ 'matchExpressions?': [] }] } },
    },
  },
  'v1/PersistentVolumeClaim': { spec: leastClaim },
  'v1/PodTemplate': { template: { spec: { containers: [{ name: 'main', image: 'ghcr.io/acme/api:1.2.3' }] } } },
  'v1/ResourceQuota': {
    'spec?': { 'scopeSelector?': { 'matchExpressions?': [{ scopeName: 'PriorityClass', operator: 'Exists' }] } },
  },
  'v1/Service': { spec: { 'ports?': [{ port: 80 }] } },
};
