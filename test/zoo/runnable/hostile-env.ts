import { ApiObject, type App, Chart } from 'cdk8s';

/** Variables from every source, with each string that some layer between might take for its own. */
export function hostileEnv(app: App): void {
  const chart = new Chart(app, 'hostile-env', { namespace: 'env' });
  new ApiObject(chart, 'config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings' },
    data: { MODE: 'fast', price: '$5', nested: '$(MODE)', LINES: 'one\ntwo\n' },
  });
  new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'hostile' },
    spec: {
      selector: { matchLabels: { app: 'hostile' } },
      template: {
        metadata: { labels: { app: 'hostile' }, annotations: { 'acme/cost-centre': '4711 $$ $(PLAIN)' } },
        spec: pod,
      },
    },
  });
}

const values: Readonly<Record<string, string>> = {
  PLAIN: 'plain',
  EMPTY: '',
  DOLLAR: '$',
  TWO_DOLLARS: '$$',
  THREE_DOLLARS: '$$$',
  SHELL: '$HOME ${HOME} ${HOME:-x} ${HOME',
  ESCAPED: '$$(PLAIN) $$HOME $$$(PLAIN)',
  UNKNOWN: '$(NOBODY) $()',
  LATER: '$(LAST)',
  QUOTES: '\'single\' "double" `back` \\ \\n',
  YAML: '- a: {b: [c]} # d',
  NUMBER: '0123',
  BOOLEAN: 'off',
  NULL: '~',
  DATE: '2024-01-01',
  SPACES: '  both ends  ',
  TAB: 'a\tb',
  MULTI: 'first\nsecond\n\nfourth',
  UNICODE: 'ñ 漢字 🦔 \u00a0 \u2028 \u0085',
  HASH: 'a #b',
  EQUALS: 'a=b=c',
  LAST: 'last',
};

const settings = 'settings';

const container = {
  name: 'main',
  image: 'busybox:1.37',
  command: ['sh', '-c', 'trap exit TERM; echo "$0 $1"; sleep infinity & wait', '$(PLAIN)', '$$(PLAIN) $DOLLAR'],
  envFrom: [{ configMapRef: { name: settings } }, { prefix: 'P_', configMapRef: { name: settings } }],
  env: [
    ...Object.entries(values).map(([name, value]) => ({ name, value })),
    { name: 'CHOSEN', valueFrom: { configMapKeyRef: { name: settings, key: 'price' } } },
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'hostile-secrets', key: 'password' } } },
    { name: 'URL', value: 'db://me:$(PASSWORD)@db.example.com:1/$$(PASSWORD)?a=$(CHOSEN)' },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
    { name: 'TEAM', valueFrom: { fieldRef: { fieldPath: "metadata.annotations['acme/cost-centre']" } } },
    { name: 'MEMORY_MIB', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
    { name: 'CPUS', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
    { name: 'PLAIN', value: 'said twice, now with $(PLAIN)' },
  ],
  resources: { limits: { cpu: '150m', memory: '32Mi' } },
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  volumeMounts: [{ name: 'secrets', mountPath: '/secrets', readOnly: true }],
};

const pod = {
  enableServiceLinks: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [container],
  volumes: [
    {
      name: 'secrets',
      secret: { secretName: 'hostile-secrets', items: [{ key: 'password', path: 'pass/word' }], defaultMode: 0o440 },
    },
  ],
};
