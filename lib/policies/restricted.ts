import type { Field } from '../manifests/field';
import { mapAt, mapsAt, valueAt } from './bare';
import { type Part, partAt, partsAt } from './part';

/** What Pod Security's level `restricted` refuses of a pod. */
export interface Breach {
  /** The API server's own word for it. */
  readonly control: string;
  readonly field: Field;
  /** What it must be; none where it may not be there. */
  readonly must?: string;
}

/**
 * As Kubernetes 1.36 asks, whose answers the tests compare. Of a pod with users of its own (`hostUsers: false`), older
 * ones ask for `runAsNonRoot`, too.
 * See https://kubernetes.io/docs/concepts/security/pod-security-standards/.
 *
 * @param pod with `metadata` and `spec`
 */
export function breachesOf(pod: Field): readonly Breach[] {
  const spec = partAt(pod.at('spec'));
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) =>
    partsAt(spec.field.at(key)),
  );
  const contexts = [spec, ...containers].map(({ field }) => partAt(field.at('securityContext')));
  const asked = { metadata: partAt(pod.at('metadata')), spec, containers, contexts };
  return controls.flatMap(({ control, breaches }) => breaches(asked).map((breach) => ({ control, ...breach })));
}

interface Asked {
  readonly metadata: Part;
  readonly spec: Part;
  readonly containers: readonly Part[];
  /** The pod's own first. */
  readonly contexts: readonly Part[];
}

type Place = Omit<Breach, 'control'>;

interface Control {
  readonly control: string;
  readonly breaches: (asked: Asked) => readonly Place[];
}

const controls: readonly Control[] = [
  {
    control: 'host namespaces',
    breaches: ({ spec }) => ['hostNetwork', 'hostPID', 'hostIPC'].flatMap((key) => forbidden([spec], [key], isTrue)),
  },
  { control: 'hostPort', breaches: ({ containers }) => containers.flatMap(hostPorts) },
  { control: 'probe or lifecycle host', breaches: ({ containers }) => containers.flatMap(hostsAsked) },
  {
    control: 'restricted volume types',
    breaches: ({ spec }) => partsAt(spec.field.at('volumes')).flatMap(forbiddenVolume),
  },
  { control: 'privileged', breaches: ({ contexts }) => forbidden(contexts, ['privileged'], isTrue) },
  {
    control: 'hostProcess',
    breaches: ({ contexts }) => forbidden(contexts, ['windowsOptions', 'hostProcess'], isTrue),
  },
  {
    control: 'procMount',
    breaches: ({ contexts }) => forbidden(contexts, ['procMount'], (type) => Boolean(type) && type !== 'Default'),
  },
  { control: 'seLinuxOptions', breaches: ({ contexts }) => contexts.flatMap(forbiddenLabels) },
  { control: 'forbidden sysctls', breaches: ({ contexts: [ofPod] }) => (ofPod ? forbiddenSysctls(ofPod) : []) },
  { control: 'forbidden AppArmor profile', breaches: forbiddenProfiles },
  {
    control: 'allowPrivilegeEscalation != false',
    breaches: ({ spec, containers }) =>
      isWindows(spec)
        ? []
        : forbidden(containers, ['securityContext', 'allowPrivilegeEscalation'], (value) => value !== false, 'false'),
  },
  {
    control: 'unrestricted capabilities',
    breaches: ({ spec, containers }) => (isWindows(spec) ? [] : containers.flatMap(forbiddenCapabilities)),
  },
  {
    control: 'runAsNonRoot != true',
    breaches: ({ spec, contexts }) =>
      hasOwnUsers(spec) ? [] : onPodOrEach(contexts, ['runAsNonRoot'], isTrue, 'true'),
  },
  {
    control: 'runAsUser=0',
    breaches: ({ spec, contexts }) =>
      hasOwnUsers(spec)
        ? []
        : forbidden(contexts, ['runAsUser'], (user) => user === 0, 'another than 0, such as 10001'),
  },
  {
    control: 'seccompProfile',
    breaches: ({ spec, contexts }) =>
      isWindows(spec)
        ? []
        : onPodOrEach(
            contexts,
            ['seccompProfile', 'type'],
            (type) => type === 'RuntimeDefault' || type === 'Localhost',
            'RuntimeDefault',
          ),
  },
];

function forbidden(
  parts: readonly Part[],
  path: readonly string[],
  isForbidden: (value: unknown) => boolean,
  must?: string,
): readonly Place[] {
  return parts
    .filter(({ said }) => isForbidden(valueAt(said, path)))
    .map(({ field }) => ({ field: field.at(...path), ...(must !== undefined && { must }) }));
}

function isTrue(value: unknown): boolean {
  return value === true;
}

function isWindows({ said }: Part): boolean {
  return mapAt(said, 'os').name === 'windows';
}

function hasOwnUsers({ said }: Part): boolean {
  return said.hostUsers === false;
}

function hostPorts({ said, field }: Part): readonly Place[] {
  return mapsAt(said, 'ports').flatMap(({ hostPort }, index) =>
    hostPort === undefined || hostPort === 0 ? [] : [{ field: field.at('ports', index, 'hostPort') }],
  );
}

const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

function hostsAsked(container: Part): readonly Place[] {
  return handlers
    .filter((path) => valueAt(container.said, path) != null)
    .flatMap((path) => ['httpGet', 'tcpSocket'].map((way) => [...path, way, 'host']))
    .flatMap((path) => forbidden([container], path, Boolean));
}

const volumeTypes = new Set(
  'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret'.split(' '),
);

function forbiddenVolume({ said, field }: Part): readonly Place[] {
  const types = Object.keys(said).filter((key) => key !== 'name' && !volumeTypes.has(key));
  return types.map((type) => ({ field: field.at(type) }));
}

const labelTypes = new Set(['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']);

function forbiddenLabels(context: Part): readonly Place[] {
  if (context.said.seLinuxOptions == null) return [];
  return [
    ...forbidden([context], ['seLinuxOptions', 'type'], (type) => Boolean(type) && !labelTypes.has(String(type))),
    ...['user', 'role'].flatMap((key) => forbidden([context], ['seLinuxOptions', key], Boolean)),
  ];
}

const sysctls = new Set([
  'kernel.shm_rmid_forced',
  ...'ip_local_port_range ip_local_reserved_ports ip_unprivileged_port_start ping_group_range tcp_fin_timeout tcp_keepalive_intvl tcp_keepalive_probes tcp_keepalive_time tcp_rmem tcp_syncookies tcp_wmem'
    .split(' ')
    .map((name) => `net.ipv4.${name}`),
]);

function forbiddenSysctls({ said, field }: Part): readonly Place[] {
  return mapsAt(said, 'sysctls').flatMap(({ name }, index) =>
    sysctls.has(String(name)) ? [] : [{ field: field.at('sysctls', index, 'name') }],
  );
}

function forbiddenProfiles({ metadata, contexts }: Asked): readonly Place[] {
  const old = Object.keys(mapAt(metadata.said, 'annotations')).filter((key) =>
    key.startsWith('container.apparmor.security.beta.kubernetes.io/'),
  );
  return [
    ...forbidden(contexts, ['appArmorProfile', 'type'], (type) => type === 'Unconfined'),
    ...old.flatMap((key) => forbidden([metadata], ['annotations', key], isForbiddenProfile)),
  ];
}

function isForbiddenProfile(profile: unknown): boolean {
  return Boolean(profile) && !/^(?:runtime\/default$|localhost\/)/.test(String(profile));
}

function forbiddenCapabilities({ said, field }: Part): readonly Place[] {
  const { drop, add } = mapAt(mapAt(said, 'securityContext'), 'capabilities');
  const place = (key: string) => field.at('securityContext', 'capabilities', key);
  return [
    ...(Array.isArray(drop) && drop.includes('ALL') ? [] : [{ field: place('drop'), must: '[ALL]' }]),
    ...(Array.isArray(add) && add.some((name) => name !== 'NET_BIND_SERVICE')
      ? [{ field: place('add'), must: '[NET_BIND_SERVICE] at most' }]
      : []),
  ];
}

/** Said once for the pod, or by each container; and nowhere otherwise. */
function onPodOrEach(
  contexts: readonly Part[],
  path: readonly string[],
  isRight: (value: unknown) => boolean,
  must: string,
): readonly Place[] {
  const isSaid = ({ said }: Part) => valueAt(said, path) != null;
  const [ofPod, ...ofContainers] = contexts;
  const isMissing = ofPod && !isSaid(ofPod) && !ofContainers.every(isSaid);
  return [
    ...(isMissing ? [{ field: ofPod.field.at(...path), must }] : []),
    ...forbidden(contexts.filter(isSaid), path, (value) => !isRight(value), must),
  ];
}
