import type { Field } from '../manifests/field';

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
  const spec = pod.at('spec');
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => spec.at(key).peekItems());
  const asked = { pod, spec, containers, contexts: [spec, ...containers].map((part) => part.at('securityContext')) };
  return controls.flatMap(({ control, breaches }) => breaches(asked).map((breach) => ({ control, ...breach })));
}

interface Asked {
  readonly pod: Field;
  readonly spec: Field;
  readonly containers: readonly Field[];
  /** The pod's own first. */
  readonly contexts: readonly Field[];
}

type Place = Omit<Breach, 'control'>;

interface Control {
  readonly control: string;
  readonly breaches: (asked: Asked) => readonly Place[];
}

const controls: readonly Control[] = [
  {
    control: 'host namespaces',
    breaches: ({ spec }) =>
      absent(
        ['hostNetwork', 'hostPID', 'hostIPC'].map((key) => spec.at(key)),
        isTrue,
      ),
  },
  {
    control: 'hostPort',
    breaches: ({ containers }) =>
      absent(
        containers.flatMap((container) =>
          container
            .at('ports')
            .peekItems()
            .map((port) => port.at('hostPort')),
        ),
        (port) => port !== undefined && port !== 0,
      ),
  },
  { control: 'probe or lifecycle host', breaches: ({ containers }) => absent(containers.flatMap(hostsAsked), Boolean) },
  {
    control: 'restricted volume types',
    breaches: ({ spec }) => spec.at('volumes').peekItems().flatMap(forbiddenVolume),
  },
  {
    control: 'privileged',
    breaches: ({ contexts }) =>
      absent(
        contexts.map((context) => context.at('privileged')),
        isTrue,
      ),
  },
  {
    control: 'hostProcess',
    breaches: ({ contexts }) =>
      absent(
        contexts.map((context) => context.at('windowsOptions', 'hostProcess')),
        isTrue,
      ),
  },
  {
    control: 'procMount',
    breaches: ({ contexts }) =>
      absent(
        contexts.map((context) => context.at('procMount')),
        (type) => Boolean(type) && type !== 'Default',
      ),
  },
  { control: 'seLinuxOptions', breaches: ({ contexts }) => contexts.flatMap(forbiddenLabels) },
  {
    control: 'forbidden sysctls',
    breaches: ({ spec }) =>
      absent(
        spec
          .at('securityContext', 'sysctls')
          .peekItems()
          .map((sysctl) => sysctl.at('name')),
        (name) => !sysctls.has(String(name)),
      ),
  },
  { control: 'forbidden AppArmor profile', breaches: forbiddenProfiles },
  {
    control: 'allowPrivilegeEscalation != false',
    breaches: ({ spec, containers }) =>
      isWindows(spec)
        ? []
        : containers
            .map((container) => container.at('securityContext', 'allowPrivilegeEscalation'))
            .filter((field) => field.peek() !== false)
            .map((field) => ({ field, must: 'false' })),
  },
  {
    control: 'unrestricted capabilities',
    breaches: ({ spec, containers }) => (isWindows(spec) ? [] : containers.flatMap(forbiddenCapabilities)),
  },
  {
    control: 'runAsNonRoot != true',
    breaches: (asked) =>
      hasOwnUsers(asked)
        ? []
        : onPodOrEach(
            asked,
            (context) => context.at('runAsNonRoot'),
            (value) => value === true,
            'true',
          ),
  },
  {
    control: 'runAsUser=0',
    breaches: (asked) =>
      hasOwnUsers(asked)
        ? []
        : asked.contexts
            .map((context) => context.at('runAsUser'))
            .filter((field) => field.peek() === 0)
            .map((field) => ({ field, must: 'another than 0, such as 10001' })),
  },
  {
    control: 'seccompProfile',
    breaches: (asked) =>
      isWindows(asked.spec)
        ? []
        : onPodOrEach(
            asked,
            (context) => context.at('seccompProfile', 'type'),
            (type) => type === 'RuntimeDefault' || type === 'Localhost',
            'RuntimeDefault',
          ),
  },
];

function absent(fields: readonly Field[], isForbidden: (value: unknown) => boolean): readonly Place[] {
  return fields.filter((field) => isForbidden(field.peek())).map((field) => ({ field }));
}

function isTrue(value: unknown): boolean {
  return value === true;
}

function isWindows(spec: Field): boolean {
  return spec.at('os', 'name').peek() === 'windows';
}

function hasOwnUsers({ spec }: Asked): boolean {
  return spec.at('hostUsers').peek() === false;
}

function hostsAsked(container: Field): readonly Field[] {
  const handlers = [
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => container.at(probe)),
    ...['postStart', 'preStop'].map((hook) => container.at('lifecycle', hook)),
  ];
  return handlers.flatMap((handler) => ['httpGet', 'tcpSocket'].map((way) => handler.at(way, 'host')));
}

const volumeTypes = new Set(
  'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret'.split(' '),
);

function forbiddenVolume(volume: Field): readonly Place[] {
  const types = Object.keys(Object(volume.peek())).filter((key) => key !== 'name');
  return types.filter((type) => !volumeTypes.has(type)).map((type) => ({ field: volume.at(type) }));
}

const labelTypes = new Set(['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']);

function forbiddenLabels(context: Field): readonly Place[] {
  const label = (key: string) => context.at('seLinuxOptions', key);
  return [
    ...absent([label('type')], (type) => Boolean(type) && !labelTypes.has(String(type))),
    ...absent([label('user'), label('role')], Boolean),
  ];
}

const sysctls = new Set([
  'kernel.shm_rmid_forced',
  ...'ip_local_port_range ip_local_reserved_ports ip_unprivileged_port_start ping_group_range tcp_fin_timeout tcp_keepalive_intvl tcp_keepalive_probes tcp_keepalive_time tcp_rmem tcp_syncookies tcp_wmem'
    .split(' ')
    .map((name) => `net.ipv4.${name}`),
]);

function forbiddenProfiles({ pod, contexts }: Asked): readonly Place[] {
  const annotations = pod.at('metadata', 'annotations');
  const old = Object.keys(Object(annotations.peek())).filter((key) =>
    key.startsWith('container.apparmor.security.beta.kubernetes.io/'),
  );
  return [
    ...absent(
      contexts.map((context) => context.at('appArmorProfile', 'type')),
      (type) => type === 'Unconfined',
    ),
    ...absent(
      old.map((key) => annotations.at(key)),
      (profile) => Boolean(profile) && !/^(?:runtime\/default$|localhost\/)/.test(String(profile)),
    ),
  ];
}

function forbiddenCapabilities(container: Field): readonly Place[] {
  const { drop, add } = Object(container.at('securityContext', 'capabilities').peek());
  const place = (key: string) => container.at('securityContext', 'capabilities', key);
  return [
    ...(Array.isArray(drop) && drop.includes('ALL') ? [] : [{ field: place('drop'), must: '[ALL]' }]),
    ...(Array.isArray(add) && add.some((name) => name !== 'NET_BIND_SERVICE')
      ? [{ field: place('add'), must: '[NET_BIND_SERVICE] at most' }]
      : []),
  ];
}

/** Said once for the pod, or by each container; and nowhere otherwise. */
function onPodOrEach(
  { contexts }: Asked,
  place: (context: Field) => Field,
  isRight: (value: unknown) => boolean,
  must: string,
): readonly Place[] {
  const [ofPod, ...ofContainers] = contexts.map(place);
  const wrong = [ofPod, ...ofContainers].filter((field) => field?.exists && !isRight(field.peek()));
  const missing = !ofPod?.exists && ofContainers.some((field) => !field.exists) ? [ofPod] : [];
  return [...missing, ...wrong].flatMap((field) => (field ? [{ field, must }] : []));
}
