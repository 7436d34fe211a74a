import { everyContainer } from './containers';
import { placed, placedAnywhere } from './scheduling';
import { everyVolume } from './volumes';

const container = { name: 'main', image: 'acme/any:1' };
const podOf = (spec: object, metadata: object = {}) => ({ metadata, spec: { containers: [container], ...spec } });

/** Templates that together say every field of a pod. */
export const everyPod: readonly object[] = [
  podOf({ containers: everyContainer('main'), initContainers: everyContainer('sidecar', { restartPolicy: 'Always' }) }),
  podOf({ initContainers: everyContainer('first', { restartPolicy: 'OnFailure' }) }),
  mounting(),
  podOf(placed),
  ...placedAnywhere.map((spec) => podOf(spec)),
  podOf(
    {
      serviceAccountName: 'a',
      serviceAccount: 'a',
      automountServiceAccountToken: true,
      enableServiceLinks: true,
      imagePullSecrets: [{ name: 'registry' }],
      runtimeClassName: 'sandboxed',
      hostUsers: false,
      readinessGates: [{ conditionType: 'acme.example/ready' }],
      setHostnameAsFQDN: true,
      hostnameOverride: 'other',
      activeDeadlineSeconds: 60,
      os: { name: 'windows' },
      resourceClaims: [
        { name: 'card', resourceClaimName: 'a' },
        { name: 'chip', resourceClaimTemplateName: 'b' },
      ],
      dnsPolicy: 'Default',
      dnsConfig: { nameservers: ['192.0.2.1'] },
      resources: {
        requests: { cpu: '1', 'hugepages-2Mi': '2Mi' },
        limits: { memory: '1Gi', 'hugepages-2Mi': '2Mi' },
        claims: [{ name: 'card', request: 'one' }],
      },
      securityContext: {
        runAsNonRoot: true,
        supplementalGroupsPolicy: 'Strict',
        fsGroupChangePolicy: 'OnRootMismatch',
        seLinuxOptions: { level: 's0', role: 'r', type: 't', user: 'u' },
        seLinuxChangePolicy: 'MountOption',
        windowsOptions: {
          gmsaCredentialSpec: 'a',
          gmsaCredentialSpecName: 'b',
          hostProcess: false,
          runAsUserName: 'c',
        },
      },
    },
    {
      name: 'a',
      namespace: 'sink',
      generateName: 'a-',
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels: { app: 'a' },
      annotations: { a: 'b' },
    },
  ),
  podOf({
    enableServiceLinks: false,
    hostUsers: true,
    os: { name: 'linux' },
    dnsPolicy: 'ClusterFirst',
    securityContext: { runAsNonRoot: false, supplementalGroupsPolicy: 'Merge', seLinuxOptions: {} },
  }),
  podOf({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }, { labels: {}, annotations: {} }),
  podOf({
    initContainers: [],
    volumes: [],
    imagePullSecrets: [],
    securityContext: {},
    hostAliases: [],
    dnsConfig: {},
    readinessGates: [],
  }),
];

/** Every kind of volume, mounted in the same ways by a container and by one before it. */
function mounting(): object {
  const volumes = everyVolume();
  const mounts = [
    ...volumes.map(({ name }) => ({ name, mountPath: `/${name}` })),
    { name: 'scratch', mountPath: '/again', mountPropagation: 'None' },
    {
      name: 'scratch',
      mountPath: '/scratch',
      subPathExpr: '$(UNKNOWN)',
      mountPropagation: 'HostToContainer',
      recursiveReadOnly: 'IfPossible',
      readOnly: true,
    },
  ];
  const mounter = { ...container, volumeMounts: mounts };
  const initContainers = [{ ...mounter, name: 'first' }];
  return podOf({ containers: [mounter], initContainers, volumes: [...volumes, { name: 'scratch', emptyDir: {} }] });
}
