import { type App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { namespaceOf } from '../namespace';

/** The same app in two namespaces, under the same names: each short name means the neighbour. */
export function neighbours(app: App): void {
  for (const namespace of ['east', 'west']) {
    const chart = new Chart(app, namespace, { namespace });
    namespaceOf(chart, 'baseline');
    const page = new kplus.ConfigMap(chart, 'page', {
      metadata: { name: 'page' },
      data: { 'index.html': `${namespace}\n` },
    });
    const api = new kplus.Deployment(chart, 'api', {
      metadata: { name: 'api' },
      replicas: 1,
      containers: [
        {
          image: 'busybox:1.37',
          command: ['sh', '-c', 'httpd -f -p 8080 -h /www & trap exit TERM; wait'],
          ports: [{ number: 8080 }],
          securityContext: { user: 1000, group: 1000 },
          resources: { memory: { limit: Size.mebibytes(32) }, cpu: { limit: kplus.Cpu.millis(100) } },
        },
      ],
    });
    api.containers[0]?.mount('/www', kplus.Volume.fromConfigMap(chart, 'www', page));
    api.exposeViaService({ name: 'api', ports: [{ port: 8080 }] });
  }
}
