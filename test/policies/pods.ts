const container = { name: 'c', image: 'busybox:1.37' };
const closed = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const quiet = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

/** A pod that `restricted` takes, but for what a test says. */
function pod(of: { spec?: object; context?: object; container?: object; own?: object; annotations?: object }): object {
  const securityContext = { ...closed, ...of.own };
  return {
    metadata: { annotations: of.annotations },
    spec: {
      securityContext: { ...quiet, ...of.context },
      containers: [{ ...container, ...of.container, securityContext }],
      ...of.spec,
    },
  };
}

const annotation = 'container.apparmor.security.beta.kubernetes.io/c';
const safeSysctls = ['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_rmem'];

/** What is refused, by the API server's words; asked of it in the end-to-end tests. */
export const pods: readonly (readonly [string, object, readonly string[]])[] = [
  ['one that says all', pod({}), []],
  [
    'one that says nothing',
    { spec: { initContainers: [{ ...container, name: 'i' }], containers: [container] } },
    ['allowPrivilegeEscalation != false', 'unrestricted capabilities', 'runAsNonRoot != true', 'seccompProfile'],
  ],
  ['the network of the host', pod({ spec: { hostNetwork: true } }), ['host namespaces']],
  ['processes of the host', pod({ spec: { hostPID: true } }), ['host namespaces']],
  ['memory of the host', pod({ spec: { hostIPC: true } }), ['host namespaces']],
  ['a port of the host', pod({ container: { ports: [{ containerPort: 1, hostPort: 1 }] } }), ['hostPort']],
  [
    'a folder of the host',
    pod({ spec: { volumes: [{ name: 'v', hostPath: { path: '/' } }] } }),
    ['restricted volume types'],
  ],
  ['NFS', pod({ spec: { volumes: [{ name: 'v', nfs: { server: 'a', path: '/' } }] } }), ['restricted volume types']],
  ['an image', pod({ spec: { volumes: [{ name: 'v', image: { reference: 'busybox:1.37' } }] } }), []],
  [
    'volumes of any other type',
    pod({
      spec: {
        volumes: [
          { name: 'a', emptyDir: {} },
          { name: 'b', projected: { sources: [] } },
          { name: 'c', secret: { secretName: 's' } },
        ],
      },
    }),
    [],
  ],
  [
    'privilege',
    pod({ own: { privileged: true, allowPrivilegeEscalation: true } }),
    ['privileged', 'allowPrivilegeEscalation != false'],
  ],
  ['all of /proc', pod({ spec: { hostUsers: false }, own: { procMount: 'Unmasked' } }), ['procMount']],
  ['users of its own', pod({ spec: { hostUsers: false }, context: { runAsNonRoot: false, runAsUser: 0 } }), []],
  ['a type of SELinux', pod({ context: { seLinuxOptions: { type: 'spc_t' } } }), ['seLinuxOptions']],
  ['a user of SELinux', pod({ own: { seLinuxOptions: { user: 'u' } } }), ['seLinuxOptions']],
  ['a usual type of SELinux', pod({ context: { seLinuxOptions: { type: 'container_engine_t' } } }), []],
  ['a sysctl', pod({ context: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } }), ['forbidden sysctls']],
  ['safe sysctls', pod({ context: { sysctls: safeSysctls.map((name) => ({ name, value: '1' })) } }), []],
  ['no AppArmor', pod({ own: { appArmorProfile: { type: 'Unconfined' } } }), ['forbidden AppArmor profile']],
  ['no AppArmor, as of old', pod({ annotations: { [annotation]: 'unconfined' } }), ['forbidden AppArmor profile']],
  ['root, perhaps', pod({ context: { runAsNonRoot: false } }), ['runAsNonRoot != true']],
  ['root, perhaps, in a container', pod({ own: { runAsNonRoot: false } }), ['runAsNonRoot != true']],
  ['root', pod({ context: { runAsUser: 0 } }), ['runAsUser=0']],
  ['root in a container', pod({ own: { runAsUser: 0 } }), ['runAsUser=0']],
  ['no seccomp', pod({ context: { seccompProfile: { type: 'Unconfined' } } }), ['seccompProfile']],
  ['no seccomp in a container', pod({ own: { seccompProfile: { type: 'Unconfined' } } }), ['seccompProfile']],
  [
    'what each container says itself',
    pod({ context: { runAsNonRoot: undefined, seccompProfile: undefined }, own: quiet }),
    [],
  ],
  ['a low port', pod({ own: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } }), []],
  ['capabilities', pod({ own: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } }), ['unrestricted capabilities']],
  ['all in small letters', pod({ own: { capabilities: { drop: ['all'] } } }), ['unrestricted capabilities']],
  [
    'a probe of another host',
    pod({ container: { livenessProbe: { httpGet: { port: 1, host: '127.0.0.1' } } } }),
    ['probe or lifecycle host'],
  ],
  [
    'a hook that calls another host',
    pod({ container: { lifecycle: { preStop: { httpGet: { port: 1, host: 'x' } } } } }),
    ['probe or lifecycle host'],
  ],
  [
    'Windows as its host has it',
    pod({ spec: { hostNetwork: true }, context: { windowsOptions: { hostProcess: true } } }),
    ['host namespaces', 'hostProcess'],
  ],
  [
    'Windows',
    pod({
      spec: { os: { name: 'windows' } },
      context: { seccompProfile: undefined },
      own: { allowPrivilegeEscalation: undefined, capabilities: undefined },
    }),
    [],
  ],
];
