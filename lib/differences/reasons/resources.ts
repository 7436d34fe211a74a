import { below, inContainers } from './patterns';
import { type Reason, unsaid } from './reason';

const kinds = ['pod'];
const both = (name: string) => [`resources/requests/${name}`, `resources/limits/${name}`];

export const reasonsOfResources: readonly Reason[] = [
  {
    kinds,
    fields: inContainers(...both('ephemeral-storage')),
    reason: 'disk of a node: Docker does not measure what a container writes',
    means: 'a disk that fills up shows only in a cluster',
  },
  {
    kinds,
    fields: inContainers(...both('hugepages-2Mi'), ...both('hugepages-1Gi')),
    reason: 'memory that a node sets apart: Docker hands out none',
    means: 'a program that insists on it does not start here',
  },
  {
    kinds,
    fields: inContainers(
      ...['nvidia.com~1gpu', 'amd.com~1gpu', 'gpu.intel.com~1i915', 'gpu.intel.com~1xe'].flatMap(both),
    ),
    reason: 'a laptop may have no such processor, and Docker would then not start the container',
    means: 'the program computes without it: where the laptop has one, say gpus: all in compose.override.yaml',
  },
  {
    kinds,
    fields: inContainers(...both('*')),
    reason: 'a device that nodes hand out by this name',
    means: 'the container runs without the device: say devices in compose.override.yaml',
  },
  {
    kinds,
    fields: inContainers('resources/claims/*/name', 'resources/claims/*/request'),
    reason: 'devices that a cluster hands out',
    means: 'the container runs without the device: say devices or gpus in compose.override.yaml',
  },
  {
    kinds,
    fields: inContainers('resources/requests', 'resources/limits', 'resources/claims'),
    ...unsaid,
  },
  {
    kinds,
    fields: below('spec/resources', 'limits/*', 'requests/*', 'claims/*/name', 'claims/*/request'),
    reason: 'of all containers together: Compose limits each by itself',
    means: 'what one takes from another shows only in a cluster',
  },
];
