import { everySelector } from './selectors';
import { everyClaim } from './volumes';

interface Thing {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [key: string]: unknown;
}

const of = (apiVersion: string, kind: string, rest: object): Thing => ({ apiVersion, kind, ...rest });
const service = (spec: object) => of('v1', 'Service', { spec });

/** Objects beside pods that together say every field of those of which something is carried. */
export const everyObject: readonly Thing[] = [
  service({
    type: 'LoadBalancer',
    selector: { app: 'a' },
    loadBalancerClass: 'a',
    loadBalancerIP: '192.0.2.1',
    loadBalancerSourceRanges: ['192.0.2.0/24'],
    allocateLoadBalancerNodePorts: true,
    externalTrafficPolicy: 'Local',
    internalTrafficPolicy: 'Local',
    trafficDistribution: 'PreferClose',
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
    healthCheckNodePort: 30001,
    publishNotReadyAddresses: true,
    externalIPs: ['192.0.2.2'],
    clusterIP: '10.0.0.1',
    clusterIPs: ['10.0.0.1'],
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    ports: [{ name: 'web', protocol: 'TCP', port: 80, targetPort: 80, nodePort: 30000, appProtocol: 'http' }],
  }),
  service({
    type: 'NodePort',
    internalTrafficPolicy: 'Cluster',
    selector: { app: 'stranger' },
    ports: [],
    externalIPs: [],
  }),
  service({ type: 'ClusterIP', clusterIP: 'None', selector: {}, loadBalancerSourceRanges: [] }),
  service({ type: 'ExternalName', externalName: 'db.example' }),
  ...everySelector('stranger').map((podSelector) => policy({ podSelector })),
  ...everySelector('stranger').map((selector) => {
    const peers = [{ podSelector: selector }, { namespaceSelector: selector }];
    const ports = [{ port: 80, endPort: 90, protocol: 'TCP' }];
    const addresses = [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }];
    return policy({
      podSelector: { matchLabels: { app: 'a' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [...peers, ...addresses], ports }],
      egress: [{ to: [...peers, ...addresses], ports }],
    });
  }),
  policy({
    podSelector: { matchLabels: { app: 'a' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [], ports: [] }],
    egress: [{ to: [], ports: [] }],
  }),
  ...everyClaim.map((spec) => of('v1', 'PersistentVolumeClaim', { spec })),
  of('v1', 'ConfigMap', { immutable: true, data: { a: 'b' }, binaryData: { c: 'ZA==' } }),
  of('v1', 'Secret', { immutable: true, type: 'Opaque', data: { a: 'Yg==' }, stringData: { c: 'd' } }),
  of('v1', 'ConfigMap', { data: {}, binaryData: {} }),
  of('v1', 'Secret', { data: {}, stringData: {} }),
  of('v1', 'ConfigMap', { metadata: { labels: { app: 'a' }, annotations: { note: 'b' }, ...kept() } }),
];

function policy(spec: object): Thing {
  return of('networking.k8s.io/v1', 'NetworkPolicy', { spec });
}

function kept() {
  const owner = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: 'a',
    uid: 'b',
    controller: true,
    blockOwnerDeletion: true,
  };
  return { finalizers: ['acme.example/keep'], ownerReferences: [owner] };
}
