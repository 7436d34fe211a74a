import { type App, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { local } from 'cdk8s-tandem';
import { namespaceOf } from '../namespace';

/** Three isolated Deployments of which each may call the next, by cdk8s-plus' own connections; all may ask for names. */
export function guardedShop(app: App): void {
  const chart = new Chart(app, 'guarded-shop', { namespace: 'shop' });
  namespaceOf(chart, 'baseline');
  const front = server(chart, 'front', 'back');
  const back = server(chart, 'back', 'store');
  const store = server(chart, 'store');
  front.connections.allowTo(back);
  store.connections.allowFrom(back);
  new kplus.NetworkPolicy(chart, 'names', {
    selector: kplus.Pods.all(chart, 'everybody'),
    egress: {
      rules: [
        {
          peer: kplus.Namespaces.all(chart, 'anywhere'),
          ports: [kplus.NetworkPolicyPort.of({ port: 53, protocol: kplus.NetworkProtocol.UDP })],
        },
      ],
    },
  });
}

function server(chart: Chart, name: string, next?: string): kplus.Deployment {
  const deployment = new kplus.Deployment(chart, name, {
    metadata: { name },
    isolate: true,
    replicas: 1,
    containers: [
      {
        image: 'busybox:1.37',
        command: ['httpd', '-f', '-p', '8080', '-h', '/etc'],
        ports: [{ number: 8080, name: 'http' }],
        envVariables: next ? { NEXT: kplus.EnvValue.fromValue(`http://${next}.shop.svc.cluster.local:8080`) } : {},
        securityContext: { user: 1000, group: 1000 },
        resources: { memory: { limit: Size.mebibytes(32) }, cpu: { limit: kplus.Cpu.millis(100) } },
        readiness: kplus.Probe.fromHttpGet('/hosts', { port: 8080, initialDelaySeconds: Duration.seconds(1) }),
      },
    ],
  });
  deployment.exposeViaService({ name, ports: [{ port: 8080 }] });
  local(deployment, { healthCheck: 'wget' });
  return deployment;
}
