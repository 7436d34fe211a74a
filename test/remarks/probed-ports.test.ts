import { anyContainer, deployment } from '../workloads/manifests';
import { remarksOn } from './remarks-on';

const asking = (port: number, ports: readonly object[]) =>
  remarksOn(deployment('web', { containers: [{ ...anyContainer, ports, livenessProbe: { tcpSocket: { port } } }] }));

test('a probe of a port that no container of a stranger declares is told, where it declares others', () => {
  expect(asking(81, [{ containerPort: 80 }])).toEqual([
    'Ports: chart/deployment-orders-web asks the port 81, which none of its containers declares (spec/template/spec/containers/0/livenessProbe/tcpSocket/port)',
  ]);
  expect(asking(80, [{ containerPort: 80 }])).toEqual([]);
  expect(asking(81, [])).toEqual([]);
});
