import type { Least } from './least';

const subjects: Least = { 'subjects?': [{ kind: 'ServiceAccount', name: 'api' }] };
const role: Least = { 'rules?': [{ verbs: ['get'] }] };

const matching: Least = { 'matchConditions?': [{ name: 'ours', expression: 'true' }] };
const asked: Least = { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] };

const webhooks: Least = {
  'webhooks?': [
    {
      name: 'check.example.com',
      admissionReviewVersions: ['v1'],
      sideEffects: 'None',
      clientConfig: { 'service?': { name: 'check', namespace: 'checks' } },
      'rules?': [asked],
      ...matching,
    },
  ],
};

/** The same as of an app's objects, of those by which a cluster is run. */
export const leastOfClusters: Readonly<Record<string, Least>> = {
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': {
    spec: {
      matchConstraints: { resourceRules: [asked] },
      'paramKind?': { apiVersion: 'v1', kind: 'ConfigMap' },
      'validations?': [{ expression: 'true' }],
      'variables?': [{ name: 'replicas', expression: 'object.spec.replicas' }],
      'auditAnnotations?': [{ key: 'replicas', valueExpression: "'many'" }],
      ...matching,
    },
  },
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding': {
    spec: { policyName: 'few-replicas', validationActions: ['Deny'], 'paramRef?': { parameterNotFoundAction: 'Deny' } },
  },
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': webhooks,
  'apiextensions.k8s.io/v1/CustomResourceDefinition': {
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'orders', kind: 'Order' },
      versions: [
        {
          name: 'v1',
          schema: { openAPIV3Schema: { 'type?': 'object' } },
          'subresources?': { 'scale?': { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' } },
          'additionalPrinterColumns?': [{ name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' }],
        },
      ],
    },
  },
  'apiregistration.k8s.io/v1/APIService': {
    spec: {
      group: 'example.com',
      version: 'v1',
      groupPriorityMinimum: 100,
      versionPriority: 100,
      'service?': { name: 'orders', namespace: 'orders' },
    },
  },
  'flowcontrol.apiserver.k8s.io/v1/FlowSchema': {
    spec: {
      priorityLevelConfiguration: { name: 'workload-low' },
      'distinguisherMethod?': { type: 'ByUser' },
      'rules?': [
        {
          subjects: [{ kind: 'ServiceAccount', 'serviceAccount?': { name: 'api', namespace: 'orders' } }],
          'resourceRules?': [{ verbs: ['get'], apiGroups: ['apps'], resources: ['deployments'] }],
          'nonResourceRules?': [{ verbs: ['get'], nonResourceURLs: ['/healthz'] }],
        },
      ],
    },
  },
  'flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration': {
    spec: { type: 'Limited', 'limited?': { limitResponse: { type: 'Reject' } } },
  },
  'node.k8s.io/v1/RuntimeClass': { handler: 'runsc' },
  'rbac.authorization.k8s.io/v1/ClusterRole': {
    ...role,
    'aggregationRule?': { clusterRoleSelectors: [{ 'matchLabels?': { 'app?': 'api' } }] },
  },
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': { roleRef: { kind: 'ClusterRole', name: 'view' }, ...subjects },
  'rbac.authorization.k8s.io/v1/Role': role,
  'rbac.authorization.k8s.io/v1/RoleBinding': { roleRef: { kind: 'Role', name: 'api' }, ...subjects },
  'storage.k8s.io/v1/CSINode': { 'spec?': { 'drivers?': [{ name: 'csi.example.com', nodeID: 'node-1' }] } },
  'storage.k8s.io/v1/CSIStorageCapacity': { storageClassName: 'fast' },
  'storage.k8s.io/v1/StorageClass': {
    provisioner: 'csi.example.com',
    'allowedTopologies?': [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['a'] }] }],
  },
  'storage.k8s.io/v1/VolumeAttachment': {
    spec: { attacher: 'csi.example.com', nodeName: 'node-1', source: { 'persistentVolumeName?': 'data' } },
  },
  'v1/Node': { 'spec?': { 'taints?': [{ key: 'batch', effect: 'NoSchedule' }] } },
};
