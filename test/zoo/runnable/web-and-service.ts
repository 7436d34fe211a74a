import { type App, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { local } from 'cdk8s-tandem';
import { namespaceOf } from '../namespace';

/** As the cdk8s-plus documentation shows it: names with a hash, a page from a ConfigMap, a Service, three probes. */
export function webAndService(app: App): void {
  const chart = new Chart(app, 'web-and-service', { namespace: 'web' });
  namespaceOf(chart, 'baseline');
  const page = new kplus.ConfigMap(chart, 'page', { data: { 'index.html': '<h1>$5 & "more"</h1>\n' } });
  const web = new kplus.Deployment(chart, 'web', {
    replicas: 1,
    terminationGracePeriod: Duration.seconds(7),
    containers: [
      {
        image: 'python:3.13-slim',
        imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
        command: ['python', '-m', 'http.server', '8000', '--directory', '/srv'],
        workingDir: '/srv',
        portNumber: 8000,
        securityContext: { user: 1234, group: 2345 },
        resources: {
          cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.millis(250) },
          memory: { request: Size.mebibytes(32), limit: Size.mebibytes(96) },
        },
        startup: kplus.Probe.fromTcpSocket({ port: 8000, periodSeconds: Duration.seconds(2), failureThreshold: 30 }),
        readiness: kplus.Probe.fromHttpGet('/', { port: 8000, periodSeconds: Duration.seconds(3) }),
        liveness: kplus.Probe.fromCommand(['python', '-c', 'print("$HOME")'], { failureThreshold: 4 }),
      },
    ],
  });
  web.containers[0]?.mount('/srv', kplus.Volume.fromConfigMap(chart, 'page-volume', page));
  const service = web.exposeViaService({ name: 'web', ports: [{ port: 8000 }] });

  const visitor = new kplus.Deployment(chart, 'visitor', {
    replicas: 1,
    containers: [{ ...sleeping, envVariables: { WEB: kplus.EnvValue.fromValue(`http://${service.name}:8000/`) } }],
  });
  visitor.containers[0]?.mount(
    '/tmp',
    kplus.Volume.fromEmptyDir(chart, 'tmp', 'tmp', { sizeLimit: Size.mebibytes(8) }),
  );
  local(web, { healthCheck: 'python' });
}

const sleeping: kplus.ContainerProps = {
  image: 'busybox:1.37',
  command: ['sh', '-c', 'trap exit TERM; sleep infinity & wait'],
  securityContext: { user: 1000, group: 1000 },
  resources: { memory: { limit: Size.mebibytes(32) }, cpu: { limit: kplus.Cpu.millis(100) } },
};
