import { anyService, serviceFor, toldFor } from './tandem';

test('a hardened pod is as hardened on the laptop', () => {
  const container = {
    securityContext: {
      runAsNonRoot: true,
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    },
  };
  const pod = {
    securityContext: { runAsUser: 10001, runAsGroup: 10001, fsGroup: 2000, seccompProfile: { type: 'RuntimeDefault' } },
  };
  expect(serviceFor(container, pod)).toEqual({
    ...anyService,
    user: '10001:10001',
    group_add: ['2000'],
    read_only: true,
    cap_drop: ['ALL'],
    cap_add: ['NET_BIND_SERVICE'],
    security_opt: ['no-new-privileges:true'],
  });
});

test('who says nothing is as open as in the cluster', () => {
  expect(serviceFor({ securityContext: { readOnlyRootFilesystem: false, privileged: false } })).toEqual(anyService);
});

describe('the user', () => {
  test("is the container's own, or else the pod's", () => {
    const pod = { securityContext: { runAsUser: 1000, runAsGroup: 1000 } };
    expect(serviceFor({ securityContext: { runAsUser: 999 } }, pod).user).toBe('999:1000');
    expect(serviceFor({ securityContext: { runAsUser: 0, runAsGroup: 0 } }, pod).user).toBe('0:0');
  });

  test('alone has the group that the image gives him', () => {
    expect(serviceFor({ securityContext: { runAsUser: 999 } }).user).toBe('999');
  });

  test.each([
    ['the container', { securityContext: { runAsGroup: 5 } }, {}, 'containers/0/securityContext/runAsGroup'],
    ['the pod', {}, { securityContext: { runAsGroup: 5 } }, 'securityContext/runAsGroup'],
  ])('a group alone, of %s, cannot be said', (_, container, pod, field) => {
    expect(serviceFor(container, pod)).toEqual(anyService);
    expect(toldFor(container, pod)).toEqual([
      `${field}: approximated: the image's own group: Compose names a group only beside a user`,
    ]);
  });
});

test('the other groups are those of the pod and of its volumes, once each, less its own', () => {
  const groups = { runAsUser: 1, runAsGroup: 3000, supplementalGroups: [4000, 2000, 3000], fsGroup: 2000 };
  expect(serviceFor({}, { securityContext: groups }).group_add).toEqual(['4000', '2000']);
});

test('a privileged container is privileged', () => {
  expect(serviceFor({ securityContext: { privileged: true } })).toEqual({ ...anyService, privileged: true });
});

describe('the seccomp profile', () => {
  test('RuntimeDefault is what Docker does by itself', () => {
    expect(serviceFor({ securityContext: { seccompProfile: { type: 'RuntimeDefault' } } })).toEqual(anyService);
  });

  test('Unconfined is said', () => {
    expect(serviceFor({ securityContext: { seccompProfile: { type: 'Unconfined' } } }).security_opt).toEqual([
      'seccomp=unconfined',
    ]);
  });

  test("that lies on a node's disk is Docker's own on a laptop", () => {
    const securityContext = { seccompProfile: { type: 'Localhost', localhostProfile: 'tight.json' } };
    expect(serviceFor({ securityContext })).toEqual(anyService);
    expect(toldFor({ securityContext })).toEqual([
      "containers/0/securityContext/seccompProfile: approximated: Docker's default profile: that of a node's disk is not on a laptop",
    ]);
  });
});

test('what Docker does not know of is unexplained, and so to be seen', () => {
  const securityContext = { procMount: 'Unmasked', seLinuxOptions: { level: 's0' } };
  expect(toldFor({ securityContext })).toEqual([
    'containers/0/securityContext/procMount: dropped: undefined',
    'containers/0/securityContext/seLinuxOptions/level: dropped: undefined',
  ]);
});
