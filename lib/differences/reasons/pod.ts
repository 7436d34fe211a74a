import { below } from './patterns';
import { alike, noApi, type Reason } from './reason';

const kinds = ['pod'];

export const reasonsOfPods: readonly Reason[] = [
  {
    kinds,
    fields: below('spec', 'serviceAccountName', 'serviceAccount'),
    ...noApi,
  },
  { kinds, fields: ['spec/automountServiceAccountToken'], only: false, ...alike },
  {
    kinds,
    fields: ['spec/automountServiceAccountToken'],
    reason: 'a token for the Kubernetes API, which a laptop has none of',
    means: 'a program that calls the Kubernetes API finds neither that nor a token',
  },
  {
    kinds,
    fields: ['spec/enableServiceLinks'],
    only: false,
    reason: 'Compose gives no variables for other services',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/enableServiceLinks'],
    reason: 'Compose gives no variables for other services',
    means: 'a variable such as DB_SERVICE_HOST is missing here: call it by its name',
  },
  {
    kinds,
    fields: below('spec', 'imagePullSecrets', 'imagePullSecrets/*/name'),
    reason: 'how a node logs in to a registry: Docker has a login of its own',
    means: 'an image that nobody may pull needs docker login',
  },
  {
    kinds,
    fields: ['spec/runtimeClassName'],
    reason: 'a runtime of the nodes, without which Docker would not start the container',
    means:
      "the container has Docker's usual runtime: where the laptop has the other one, say runtime in compose.override.yaml",
  },
  {
    kinds,
    fields: ['spec/hostUsers'],
    only: true,
    ...alike,
  },
  {
    kinds,
    fields: ['spec/hostUsers'],
    reason: 'users of the pod that are nobody on the node: with Docker a setting of the whole daemon',
    means: 'root in the container is root to its kernel, as without it',
  },
  {
    kinds,
    fields: ['spec/readinessGates/*/conditionType'],
    reason: 'what programs of a cluster say of a pod',
    means: 'the pod is ready here without them',
  },
  {
    kinds,
    fields: ['spec/setHostnameAsFQDN'],
    reason: 'a pod has such a name where it says both its hostname and its subdomain',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/hostnameOverride'],
    reason: 'a host name that the pod alone knows: here it has its own',
    means: 'who prints its name prints another',
  },
  {
    kinds,
    fields: ['spec/activeDeadlineSeconds'],
    reason: 'how long a cluster lets a pod run: Compose has no clock',
    means: 'what hangs stays until docker compose stop',
  },
  {
    kinds,
    fields: ['spec/os/name'],
    only: 'linux',
    ...alike,
  },
  {
    kinds,
    fields: ['spec/os/name'],
    reason: 'the system of the nodes: a laptop runs Linux containers',
    means: 'an image for another system does not start',
  },
  {
    kinds,
    fields: [
      'spec/resourceClaims/*/name',
      'spec/resourceClaims/*/resourceClaimName',
      'spec/resourceClaims/*/resourceClaimTemplateName',
    ],
    reason: 'devices that a cluster hands out',
    means: 'the container runs without the device: say devices or gpus in compose.override.yaml',
  },
  {
    kinds,
    fields: ['spec/dnsPolicy'],
    only: 'ClusterFirst',
    reason: "Docker's own DNS takes the cluster's place",
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/dnsPolicy'],
    only: 'ClusterFirstWithHostNet',
    reason: "Docker's own DNS takes the cluster's place, but not on the network of the machine",
    means: 'on that network the names of the project lead nowhere',
  },
  {
    kinds,
    fields: ['spec/dnsPolicy'],
    only: 'Default',
    reason: "the node's DNS alone: Docker's own knows the services of the project, too",
    means: 'a name that a cluster would not know leads somewhere here',
  },
  {
    kinds,
    fields: ['spec/dnsConfig/nameservers/*'],
    reason: "asked beside the cluster's own DNS: here the laptop's is",
    means: 'a name that only they know is unknown here',
  },
];
