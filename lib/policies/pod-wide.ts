import type { Problem } from '../checks/problem';
import { mapAt, mapsAt } from './bare';
import { type Fault, told } from './fault';
import { type Part, partsAt } from './part';
import type { PodSpec } from './pod-specs';

/** What one part of a pod asks of another, and no API server takes without it. */
export function lacking(pod: PodSpec): readonly Problem[] {
  const faults = [...serversOf(pod.spec), ...sharingOf(pod.spec), ...devicesOf(pod)];
  return faults.map((fault) => ({ construct: pod.manifest.construct, ...fault }));
}

const none: readonly Fault[] = [];

function serversOf({ said, field }: Part): readonly Fault[] {
  if (said.dnsPolicy !== 'None' || [mapAt(said, 'dnsConfig').nameservers ?? []].flat().length > 0) return none;
  const fix = "write dnsConfig: { nameservers: ['10.0.0.10'] }, or leave dnsPolicy out.";
  const expected = 'dnsConfig with a name server beside it.';
  return [told(field.at('dnsPolicy'), 'leaves the pod without a name server', expected, fix)];
}

function sharingOf({ said, field }: Part): readonly Fault[] {
  if (said.shareProcessNamespace !== true || said.hostPID !== true) return none;
  return [told(field.at('shareProcessNamespace'), 'stands beside hostPID', 'one of the two.', 'leave one out.')];
}

function devicesOf({ manifest, containers, volumes }: PodSpec): readonly Fault[] {
  const devices = containers.flatMap(({ said, field }) =>
    said.volumeDevices ? partsAt(field.at('volumeDevices')) : [],
  );
  if (devices.length === 0) return none;
  const claimed = volumes.filter(({ said }) => said.persistentVolumeClaim ?? said.ephemeral);
  const templates = mapsAt(mapAt(manifest.object, 'spec'), 'volumeClaimTemplates');
  const names = [...claimed.map(({ said }) => said), ...templates.map((one) => mapAt(one, 'metadata'))];
  return devices
    .filter(({ said }) => !names.some(({ name }) => name === said.name))
    .map(({ field }) => field.at('name'))
    .map((name) => told(name, 'is no claim of the pod', 'a volume that is a claim.', 'add it there, or name another.'));
}
