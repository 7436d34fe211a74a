import { inContainers } from './patterns';
import type { Reason } from './reason';

const kinds = ['pod'];

export const reasonsOfSecurity: readonly Reason[] = [
  {
    kinds,
    fields: ofContexts('runAsNonRoot'),
    only: false,
    reason: 'no check of the user: Docker makes none',
    means: 'nothing',
  },
  {
    kinds,
    fields: ofContexts('runAsNonRoot'),
    reason: 'a check of the kubelet before the start: the user itself is carried',
    means: 'an image that would run as root shows only in a cluster',
  },
  {
    kinds,
    fields: ['spec/securityContext/supplementalGroupsPolicy'],
    only: 'Merge',
    reason: 'as Docker does where no group is named beside the user',
    means: 'nothing',
  },
  {
    kinds,
    fields: ['spec/securityContext/supplementalGroupsPolicy'],
    reason: 'Docker adds the groups that the image lists for a user beside whom no group is named',
    means: 'a file that a group of the image may read can be read here',
  },
  {
    kinds,
    fields: ['spec/securityContext/fsGroupChangePolicy'],
    reason: 'volumes get their group when they are new',
    means: 'nothing',
  },
  {
    kinds,
    fields: ofContexts(
      'seLinuxOptions',
      'seLinuxOptions/level',
      'seLinuxOptions/role',
      'seLinuxOptions/type',
      'seLinuxOptions/user',
    ).concat('spec/securityContext/seLinuxChangePolicy'),
    reason: "labels of the nodes' SELinux policy: a laptop has its own, or none",
    means: 'a call that a cluster refuses by that policy may succeed here',
  },
  {
    kinds,
    fields: ofContexts(
      'windowsOptions/gmsaCredentialSpec',
      'windowsOptions/gmsaCredentialSpecName',
      'windowsOptions/hostProcess',
      'windowsOptions/runAsUserName',
    ),
    reason: 'for nodes with Windows: a laptop runs Linux containers',
    means: 'nothing',
  },
];

/** Of the pod and of each container. */
function ofContexts(...fields: readonly string[]): readonly string[] {
  return [
    ...fields.map((field) => `spec/securityContext/${field}`),
    ...inContainers(...fields.map((field) => `securityContext/${field}`)),
  ];
}
