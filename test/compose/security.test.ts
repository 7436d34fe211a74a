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

test('beside a group Docker adds none that the image has for the user: that is told, unless the pod wants none', () => {
  const told =
    'securityContext/runAsGroup: approximated: beside a group Docker gives none of those that the image itself has for the user';
  const securityContext = { runAsUser: 999, runAsGroup: 999 };
  expect(toldFor({}, { securityContext })).toEqual([told]);
  expect(toldFor({}, { securityContext: { ...securityContext, supplementalGroupsPolicy: 'Strict' } })).not.toContain(
    told,
  );
  expect(toldFor({}, { securityContext: { runAsUser: 999 } })).toEqual([]);
});

test('the other groups are those of the pod and of its volumes, once each, less its own', () => {
  const groups = { runAsUser: 1, runAsGroup: 3000, supplementalGroups: [4000, 2000, 3000], fsGroup: 2000 };
  expect(serviceFor({}, { securityContext: groups }).group_add).toEqual(['4000', '2000']);
});

test('a privileged container is privileged', () => {
  expect(serviceFor({ securityContext: { privileged: true } })).toEqual({ ...anyService, privileged: true });
});

const ofNode = "approximated: Docker's default profile: that of a node's disk is not on a laptop";

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
      `containers/0/securityContext/seccompProfile/type: ${ofNode}`,
      `containers/0/securityContext/seccompProfile/localhostProfile: ${ofNode}`,
    ]);
  });
});

describe('the AppArmor profile', () => {
  test.each([
    ['RuntimeDefault', {}],
    ['Unconfined', { security_opt: ['apparmor=unconfined'] }],
  ])('%s is the same to Docker', (type, service) => {
    expect(serviceFor({}, { securityContext: { appArmorProfile: { type } } })).toEqual({ ...anyService, ...service });
  });

  test("that lies on a node's disk is Docker's own on a laptop", () => {
    const securityContext = { appArmorProfile: { type: 'Localhost', localhostProfile: 'tight' } };
    expect(toldFor({}, { securityContext })).toEqual([
      `securityContext/appArmorProfile/type: ${ofNode}`,
      `securityContext/appArmorProfile/localhostProfile: ${ofNode}`,
    ]);
  });
});

test('nothing of /proc is hidden from who asks for it', () => {
  expect(serviceFor({ securityContext: { procMount: 'Unmasked' } }).security_opt).toEqual(['systempaths=unconfined']);
  expect(serviceFor({ securityContext: { procMount: 'Default' } })).toEqual(anyService);
});

test('capabilities are named as they are, and one that a cluster does not know by that name is told', () => {
  const capabilities = { drop: ['CAP_NET_RAW', 'chown'], add: ['SYS_TIME'] };
  expect(serviceFor({ securityContext: { capabilities } })).toEqual({
    ...anyService,
    cap_drop: ['CAP_NET_RAW', 'chown'],
    cap_add: ['SYS_TIME'],
  });
  expect(toldFor({ securityContext: { capabilities } })).toEqual([
    'containers/0/securityContext/capabilities/drop/0: approximated: Docker knows it by this name, too: containerd knows it without CAP_, and ignores this one',
  ]);
});

const selinux = "dropped: labels of the nodes' SELinux policy: a laptop has its own, or none";
const windows = 'dropped: for nodes with Windows: a laptop runs Linux containers';

test.each<[string, object, readonly string[]]>([
  [
    'labels of SELinux',
    { seLinuxOptions: { level: 's0', type: 'a_t' } },
    [`seLinuxOptions/level: ${selinux}`, `seLinuxOptions/type: ${selinux}`],
  ],
  [
    'users of Windows',
    { windowsOptions: { runAsUserName: 'a', hostProcess: false } },
    [`windowsOptions/hostProcess: ${windows}`, `windowsOptions/runAsUserName: ${windows}`],
  ],
  [
    'a check that nobody is root',
    { runAsNonRoot: true },
    ['runAsNonRoot: dropped: a check of the kubelet before the start: the user itself is carried'],
  ],
])('a laptop knows nothing of %s', (_, securityContext, told) => {
  expect(serviceFor({ securityContext }, { securityContext })).toEqual(anyService);
  expect(toldFor({ securityContext })).toEqual(told.map((line) => `containers/0/securityContext/${line}`));
  expect(toldFor({}, { securityContext })).toEqual(told.map((line) => `securityContext/${line}`));
});

test('groups that the image lists are added here, whatever the policy says', () => {
  const policy = (supplementalGroupsPolicy: string) => toldFor({}, { securityContext: { supplementalGroupsPolicy } });
  expect(policy('Merge')).toEqual([
    'securityContext/supplementalGroupsPolicy: dropped: as Docker does where no group is named beside the user',
  ]);
  expect(policy('Strict')).toEqual([
    'securityContext/supplementalGroupsPolicy: dropped: Docker adds the groups that the image lists for a user beside whom no group is named',
  ]);
});

test('what nobody thought of is unexplained, and so to be seen', () => {
  const securityContext = { someday: { level: 's0' } };
  expect(toldFor({ securityContext })).toEqual(['containers/0/securityContext/someday/level: dropped: undefined']);
});
