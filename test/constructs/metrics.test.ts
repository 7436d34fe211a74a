import type { Chart } from 'cdk8s';
import { DataApi, type DataApiProps, Peer } from 'cdk8s-tandem';
import { eachField } from '../differences/each-field';
import { objectOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const api = (props: Partial<DataApiProps>) => (chart: Chart) => new DataApi(chart, 'api', { image, ...props });
const outputOf = (props: Partial<DataApiProps>) => {
  const output = synthesized(api(props));
  const of = (kind: string) => objectOf(output, kind, 'api')?.spec;
  return { pod: of('Deployment'), service: of('Service'), policy: of('NetworkPolicy'), monitor: of('ServiceMonitor') };
};
const monitoring = (port: number) => ({
  from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
  ports: [{ port, protocol: 'TCP' }],
});

describe('metrics', () => {
  test('are told to Prometheus by annotations of the pods, and Prometheus is let in', () => {
    const { pod, policy, service, monitor } = outputOf({ metrics: {} });
    const annotations = {
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': '8000',
      'prometheus.io/path': '/metrics',
    };
    expect(pod).toMatchObject({ template: { metadata: { annotations } } });
    expect(policy).toMatchObject({ ingress: [monitoring(8000)] });
    expect(service).toMatchObject({ ports: [{ name: 'http' }] });
    expect(monitor).toBeUndefined();
  });

  test('on a port of their own give pods and Service that port, which Prometheus alone may use', () => {
    const { pod, policy, service } = outputOf({ metrics: { port: 9090 }, allowFrom: [Peer.namespace('web')] });
    expect(service).toMatchObject({
      ports: [
        { name: 'http', port: 8000, targetPort: 'http' },
        { name: 'metrics', port: 9090, targetPort: 'metrics' },
      ],
    });
    expect(pod).toMatchObject({
      template: {
        metadata: { annotations: { 'prometheus.io/port': '9090' } },
        spec: {
          containers: [
            {
              ports: [
                { name: 'http', containerPort: 8000 },
                { name: 'metrics', containerPort: 9090 },
              ],
            },
          ],
        },
      },
    });
    expect(policy).toMatchObject({ ingress: [{ ports: [{ port: 8000 }] }, monitoring(9090)] });
  });

  test('as a ServiceMonitor are no annotations', () => {
    const metrics = { kind: 'serviceMonitor', path: '/prom', labels: { release: 'kps' } } as const;
    const { pod, monitor } = outputOf({ metrics });
    expect(monitor).toEqual({
      selector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
      endpoints: [{ port: 'http', path: '/prom' }],
    });
    expect(JSON.stringify(pod)).not.toContain('prometheus.io');
    const monitorOf = synthesized(api({ metrics }));
    expect(objectOf(monitorOf, 'ServiceMonitor', 'api')).toMatchObject({
      apiVersion: 'monitoring.coreos.com/v1',
      metadata: { labels: { release: 'kps', 'app.kubernetes.io/instance': 'api' } },
    });
    expect(outputOf({ metrics: { kind: 'serviceMonitor', port: 9090 } }).monitor).toMatchObject({
      endpoints: [{ port: 'metrics', path: '/metrics' }],
    });
  });

  test('are Prometheus’ own, wherever it is said to be', () => {
    const { policy } = outputOf({ metrics: { port: 9090, from: Peer.pods({ app: 'prometheus' }, 'ops') } });
    expect(policy).toMatchObject({
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'prometheus' } } }], ports: [{ port: 9090 }] }],
    });
  });

  test.each<[object, string]>([
    [{ kind: 'podMonitor' }, 'metrics.kind: is none of what it may be'],
    [{ port: 80 }, 'metrics.port: is below 1024'],
    [{ path: 'metrics' }, 'metrics.path: does not start with "/"'],
    [{ labels: { a: 'b' } }, 'are those of a ServiceMonitor, and there is none'],
    [{ from: 'monitoring' }, 'metrics.from: is no Peer'],
  ])('%j is refused: %s', (metrics, wrong) => {
    expect(() => synthesized(api({ metrics: metrics as never }))).toThrow(wrong);
  });
});

describe('servicePort', () => {
  test('is the Service’s alone, and who is on a laptop is told what that means', () => {
    const output = synthesized(api({ servicePort: 80 }));
    expect(objectOf(output, 'Service', 'api')?.spec).toMatchObject({ ports: [{ port: 80, targetPort: 'http' }] });
    const [told] = eachField(output.differences).filter(({ field }) => `${field}` === 'spec/ports/0/port');
    expect(told).toMatchObject({
      became: 'approximated',
      reason: 'on a laptop it answers on 8000, not on 80: Compose translates no ports',
    });
  });

  test('is in the URL that others use', () => {
    synthesized((chart) => {
      expect(api({ servicePort: 80 })(chart).url().pieces).toEqual(['http://api.orders.svc.cluster.local:80']);
    });
  });

  test('cannot be that of the metrics', () => {
    expect(() => synthesized(api({ servicePort: 9090, metrics: { port: 9090 } }))).toThrow(
      'orders/api · servicePort: is the port of the metrics too, got 9090.',
    );
  });
});
