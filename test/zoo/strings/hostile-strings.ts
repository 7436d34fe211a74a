import { ApiObject, type App, Chart } from 'cdk8s';
import { hostile } from './hostile';

/** What each hostile text is put into. A variable A is there for those that would refer to it. */
export const path = 'a b/it’s $1 ${A} $(A) "x" \\ % #.txt';
export const folder = '/files/a b $HOME ${A} $(A) it’s "x" \\ % #';
export const secret = 'hostile';
export const keyOf = (index: number) => `key-${index}`;
export const variableOf = (prefix: string, index: number) => `${prefix}_${index}`;

/** The shell of a probe writes down the words that come after its own. */
const ask = ['sh', '-c', 'printf "%s\\0" "$@" >/tmp/asking && mv /tmp/asking /tmp/asked', 'ask'];
const sleep = ['sh', '-c', 'trap exit TERM; while :; do sleep 1; done', 'sleep'];

export function hostileStrings(app: App): void {
  const chart = new Chart(app, 'hostile-strings', { namespace: 'strings' });
  const texts = Object.fromEntries(hostile.map((text, index) => [keyOf(index), text]));
  new ApiObject(chart, 'texts', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'texts' }, data: texts });
  new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'strings', annotations: Object.fromEntries(hostile.map((text, index) => [keyOf(index), text])) },
    spec: {
      selector: { matchLabels: { app: 'strings' } },
      template: { metadata: { labels: { app: 'strings' }, annotations: texts }, spec: pod },
    },
  });
}

const variables = [
  { name: 'A', value: 'first' },
  ...hostile.map((value, index) => ({ name: variableOf('SAID', index), value })),
  ...hostile.map((_, index) => ({
    name: variableOf('CONFIG', index),
    valueFrom: { configMapKeyRef: { name: 'texts', key: keyOf(index) } },
  })),
  ...hostile.map((_, index) => ({
    name: variableOf('SECRET', index),
    valueFrom: { secretKeyRef: { name: secret, key: keyOf(index) } },
  })),
  ...hostile.map((_, index) => ({
    name: variableOf('NOTE', index),
    valueFrom: { fieldRef: { fieldPath: `metadata.annotations['${keyOf(index)}']` } },
  })),
];

const pod = {
  enableServiceLinks: false,
  automountServiceAccountToken: false,
  terminationGracePeriodSeconds: 5,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [
    {
      name: 'strings',
      image: 'busybox:1.37',
      command: sleep,
      args: hostile,
      env: variables,
      workingDir: folder,
      readinessProbe: { exec: { command: [...ask, ...hostile] }, periodSeconds: 2, timeoutSeconds: 5 },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      volumeMounts: [
        { name: 'work', mountPath: folder },
        { name: 'tmp', mountPath: '/tmp' },
        { name: 'texts', mountPath: '/texts' },
        { name: 'named', mountPath: '/named' },
        { name: 'secrets', mountPath: '/secrets' },
      ],
    },
  ],
  volumes: [
    { name: 'work', emptyDir: {} },
    { name: 'tmp', emptyDir: {} },
    { name: 'texts', configMap: { name: 'texts' } },
    { name: 'named', configMap: { name: 'texts', items: [{ key: keyOf(8), path }] } },
    {
      name: 'secrets',
      secret: { secretName: secret, items: hostile.map((_, index) => ({ key: keyOf(index), path: keyOf(index) })) },
    },
  ],
};
