import type { LocalOptions } from 'cdk8s-tandem';
import type { Service } from '../../lib/compose/compose-file';
import { anyService, serviceFor, toldFor } from './tandem';

/** What a pod or its container says, what the service says, and what differs. */
interface Row {
  readonly pod?: object;
  readonly container?: object;
  readonly local?: LocalOptions;
  readonly service?: Service;
  readonly told?: readonly string[];
}

const oneMachine = 'dropped: places pods on nodes: a laptop is one';
const inTurn = 'dropped: who makes room for whom when a cluster is full: a laptop runs all of them';

const rows: Readonly<Record<string, Row>> = {
  'input and a terminal': { container: { stdin: true, tty: true }, service: { stdin_open: true, tty: true } },
  'input for the first one alone': {
    container: { stdin: true, stdinOnce: true },
    service: { stdin_open: true },
    told: ['containers/0/stdinOnce: dropped: Docker keeps the input open'],
  },
  'parameters of the kernel': {
    pod: { securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1024' }] } },
    service: { sysctls: { 'net.core.somaxconn': '1024' } },
  },
  'servers for names instead of the cluster': {
    pod: { dnsPolicy: 'None', dnsConfig: { nameservers: ['1.1.1.1'], searches: ['acme.example'] } },
    service: { dns: ['1.1.1.1'], dns_search: ['acme.example'] },
  },
  'servers for names beside the cluster': {
    pod: { dnsPolicy: 'ClusterFirst', dnsConfig: { nameservers: ['10.0.0.10'] } },
    told: [
      "dnsPolicy: dropped: Docker's own DNS takes the cluster's place",
      "dnsConfig/nameservers/0: dropped: asked beside the cluster's own DNS: here the laptop's is",
    ],
  },
  'options for names': {
    pod: { dnsConfig: { options: [{ name: 'ndots', value: '2' }, { name: 'edns0' }] } },
    service: { dns_opt: ['ndots:2', 'edns0'] },
  },
  "the node's own names": {
    pod: { dnsPolicy: 'Default' },
    told: ["dnsPolicy: dropped: the node's DNS alone: Docker's own knows the services of the project, too"],
  },
  'other hosts': {
    pod: { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a.example', 'b.example'] }] },
    service: { extra_hosts: ['a.example=10.0.0.1', 'b.example=10.0.0.1'] },
  },
  'a host name': { pod: { hostname: 'fixed' }, service: { hostname: 'fixed' } },
  'a host name and a subdomain': {
    pod: { hostname: 'fixed', subdomain: 'apis' },
    service: { hostname: 'fixed', domainname: 'apis.orders.svc.cluster.local' },
  },
  'a host name that is the whole of it': {
    pod: { hostname: 'fixed', subdomain: 'apis', setHostnameAsFQDN: true },
    service: { hostname: 'fixed.apis.orders.svc.cluster.local' },
  },
  'a host name that would be the whole of it, of a pod without one': {
    pod: { setHostnameAsFQDN: true },
    told: ['setHostnameAsFQDN: dropped: a pod has such a name where it says both its hostname and its subdomain'],
  },
  'a processor': {
    pod: { nodeSelector: { 'kubernetes.io/arch': 'arm64', disk: 'ssd' } },
    service: { platform: 'linux/arm64' },
    told: [
      `nodeSelector/disk: ${oneMachine}`,
      'nodeSelector/kubernetes.io~1arch: approximated: linux/arm64 on every laptop: there are no nodes to choose from',
    ],
  },
  'another processor than on the laptop': {
    pod: { nodeSelector: { 'kubernetes.io/arch': 'arm64' } },
    local: { platform: 'linux/amd64' },
    service: { platform: 'linux/amd64' },
    told: ['nodeSelector/kubernetes.io~1arch: local: linux/amd64 here'],
  },
  'a port of the node': {
    container: { ports: [{ containerPort: 9100, hostPort: 9100, hostIP: '0.0.0.0' }] },
    told: [
      'containers/0/ports/0/hostPort: dropped: a port of the node: on a laptop it may be taken',
      'containers/0/ports/0/hostIP: dropped: a port of the node: on a laptop it may be taken',
    ],
  },
  'a runtime of the nodes': {
    pod: { runtimeClassName: 'gvisor', overhead: { cpu: '1' } },
    told: [
      'runtimeClassName: dropped: a runtime of the nodes, without which Docker would not start the container',
      'overhead/cpu: dropped: what a cluster counts for the runtime when it looks for room',
    ],
  },
  'users of its own': {
    pod: { hostUsers: false },
    told: [
      'hostUsers: dropped: users of the pod that are nobody on the node: with Docker a setting of the whole daemon',
    ],
  },
  'its place among the nodes': {
    pod: {
      nodeName: 'a',
      schedulerName: 'mine',
      schedulingGates: [{ name: 'a' }],
      tolerations: [{ key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 1 }],
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'a',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: { app: 'api' } },
        },
      ],
    },
    told: [
      `nodeName: ${oneMachine}`,
      `schedulerName: ${oneMachine}`,
      `schedulingGates/0/name: ${oneMachine}`,
      `tolerations/0/effect: ${oneMachine}`,
      `tolerations/0/key: ${oneMachine}`,
      `tolerations/0/operator: ${oneMachine}`,
      `tolerations/0/tolerationSeconds: ${oneMachine}`,
      `tolerations/0/value: ${oneMachine}`,
      `topologySpreadConstraints/0/labelSelector/matchLabels/app: ${oneMachine}`,
      `topologySpreadConstraints/0/maxSkew: ${oneMachine}`,
      `topologySpreadConstraints/0/topologyKey: ${oneMachine}`,
      `topologySpreadConstraints/0/whenUnsatisfiable: ${oneMachine}`,
    ],
  },
  'a host name that it alone knows': {
    pod: { hostnameOverride: 'me', schedulingGroup: { podGroupName: 'a' } },
    told: [
      'hostnameOverride: dropped: a host name that the pod alone knows: here it has its own',
      `schedulingGroup/podGroupName: ${oneMachine}`,
    ],
  },
  'its place in the queue': {
    pod: { priority: 1, priorityClassName: 'high', preemptionPolicy: 'Never' },
    told: [`preemptionPolicy: ${inTurn}`, `priority: ${inTurn}`, `priorityClassName: ${inTurn}`],
  },
  'a registry that asks for a password': {
    pod: { imagePullSecrets: [{ name: 'registry' }] },
    told: ['imagePullSecrets/0/name: dropped: how a node logs in to a registry: Docker has a login of its own'],
  },
  'its last words': {
    container: { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' },
    told: ['Path', 'Policy'].map(
      (end) =>
        `containers/0/terminationMessage${end}: dropped: where a kubelet looks for the last words of a container: Docker has its log`,
    ),
  },
  'what a new size means': {
    container: { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] },
    told: ['resourceName', 'restartPolicy'].map(
      (end) =>
        `containers/0/resizePolicy/0/${end}: dropped: what a new size means to a pod that runs: Compose makes the container anew`,
    ),
  },
};

test.each(Object.entries(rows))('a pod says %s', (_, { pod, container = {}, local, service, told = [] }) => {
  expect(serviceFor(container, pod, local)).toEqual({ ...anyService, ...service });
  expect(toldFor(container, pod, local).toSorted()).toEqual([...told].toSorted());
});
