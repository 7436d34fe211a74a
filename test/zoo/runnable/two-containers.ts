import { ApiObject, type App, Chart, JsonPatch } from 'cdk8s';
import { namespaceOf } from '../namespace';

/** A server and its log shipper over one emptyDir, with files of a ConfigMap as a folder, chosen by key, and by subPath. */
export function twoContainers(app: App): void {
  const chart = new Chart(app, 'two-containers', { namespace: 'pair' });
  namespaceOf(chart, 'baseline');
  new ApiObject(chart, 'config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'site' },
    data: {
      'index.html': 'hello\n',
      'run.sh': '#!/bin/sh\nexec httpd -f -p 8080 -h /www\n',
      'app.ini': 'price = $1\n',
    },
  });
  const deployment = new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'site' },
    spec: {
      selector: { matchLabels: { app: 'site' } },
      template: { metadata: { labels: { app: 'site' } }, spec: pod },
    },
  });
  deployment.addJsonPatch(
    JsonPatch.add('/spec/template/spec/hostAliases', [{ ip: '192.0.2.7', hostnames: ['printer', 'scanner.office'] }]),
    JsonPatch.replace('/spec/template/spec/containers/1/resources/limits/memory', '20M'),
  );
}

const pod = {
  securityContext: { runAsUser: 1500, runAsGroup: 1500 },
  containers: [
    {
      name: 'server',
      image: 'busybox:1.37',
      command: ['/etc/site/run.sh'],
      ports: [{ containerPort: 8080 }],
      resources: { limits: { cpu: '200m', memory: '24Mi' } },
      volumeMounts: [
        { name: 'site', mountPath: '/etc/site' },
        { name: 'pages', mountPath: '/www' },
        { name: 'site', mountPath: '/etc/app.ini', subPath: 'app.ini', readOnly: true },
        { name: 'shared', mountPath: '/var/log/site' },
      ],
    },
    {
      name: 'shipper',
      image: 'busybox:1.37',
      command: ['sh', '-c'],
      args: [
        'trap "exit 0" TERM; while :; do wget -qO- http://localhost:8080/ >> /logs/answers; sleep 2 & wait $!; done',
      ],
      securityContext: { runAsUser: 1501, readOnlyRootFilesystem: true },
      resources: { limits: { memory: '16Mi' } },
      volumeMounts: [
        { name: 'shared', mountPath: '/logs' },
        { name: 'scratch', mountPath: '/tmp' },
      ],
    },
  ],
  volumes: [
    { name: 'site', configMap: { name: 'site', defaultMode: 0o555 } },
    { name: 'pages', configMap: { name: 'site', items: [{ key: 'index.html', path: 'index.html', mode: 0o444 }] } },
    { name: 'shared', emptyDir: {} },
    { name: 'scratch', emptyDir: { medium: 'Memory', sizeLimit: '2Mi' } },
  ],
};
