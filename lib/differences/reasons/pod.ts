import { noApi, oneMachine, type Reason } from './reason';

const kinds = ['pod'];

export const reasonsOfPods: readonly Reason[] = [
  { kinds, fields: ['spec/serviceAccountName', 'spec/automountServiceAccountToken'], ...noApi },
  {
    kinds,
    fields: ['spec/enableServiceLinks'],
    reason: 'Compose gives no variables for other services',
    means: 'nothing',
  },
  {
    kinds,
    fields: [
      'spec/securityContext/runAsNonRoot',
      'spec/containers/*/securityContext/runAsNonRoot',
      'spec/initContainers/*/securityContext/runAsNonRoot',
    ],
    reason: 'a check of the kubelet before the start: the user itself is carried',
    means: 'an image that would run as root shows only in a cluster',
  },
  {
    kinds,
    fields: ['spec/securityContext/fsGroupChangePolicy'],
    reason: 'volumes get their group when they are new',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/containers/*/resources/requests/memory', 'spec/initContainers/*/resources/requests/memory'],
    ...oneMachine,
  },
  {
    kinds,
    fields: ['spec/containers/*/ports/*/name', 'spec/containers/*/ports/*/protocol'],
    reason: 'a name within the manifests: Compose has port numbers',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/containers/*/ports/*/containerPort'],
    reason: 'a note: a container answers on every port that it opens',
    means: 'nothing',
  },
  {
    kinds,
    fields: ofProbes('successThreshold'),
    only: 1,
    reason: 'one answer is enough for Docker, too',
    means: 'nothing',
  },
  {
    kinds,
    fields: ofProbes('successThreshold'),
    reason: 'one answer is enough for Docker',
    means: 'what answers by turns is healthy sooner here',
  },
  {
    kinds,
    fields: ofProbes('terminationGracePeriodSeconds'),
    reason: 'the time that a restart by the probe has: Compose restarts nothing for it',
    means: 'nothing',
  },
  {
    kinds,
    fields: [
      'spec/hostNetwork',
      'spec/hostPID',
      'spec/hostIPC',
      'spec/setHostnameAsFQDN',
      'spec/shareProcessNamespace',
      'spec/volumes/*/persistentVolumeClaim/readOnly',
    ],
    only: false,
    reason: 'off in Compose too',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/dnsPolicy'],
    only: 'ClusterFirst',
    reason: "Docker's own DNS takes the cluster's place",
    means: 'nothing',
  },
];

/** A field of every container, of whichever list. */
function ofContainers(...fields: readonly string[]): readonly string[] {
  return ['containers', 'initContainers'].flatMap((list) => fields.map((field) => `spec/${list}/*/${field}`));
}

function ofProbes(field: string): readonly string[] {
  return ofContainers(...['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => `${probe}/${field}`));
}
