import { deployment, object, service } from '../workloads/manifests';
import { remarksOn } from './remarks-on';

const web = [
  deployment('web'),
  service('web', 'web', { ports: [{ name: 'http', port: 80 }, { port: 8443 }] }),
] as const;
const leadingTo = (backend: object) => {
  const rules = [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: backend } }] } }];
  const spec = { ingressClassName: 'nginx', rules };
  return remarksOn(...web, object('networking.k8s.io/v1', 'Ingress', 'door', { spec }));
};

test.each<[object, string]>([
  [{ name: 'wbe', port: { number: 80 } }, 'the Service wbe, which is not made here: did you mean web?'],
  [{ name: 'web2', port: { number: 80 } }, 'the Service web2, which is not made here: did you mean web?'],
  [{ name: 'web', port: { name: 'htp' } }, 'the port htp of the Service web, which has 80 (http), 8443'],
  [{ name: 'web', port: { number: 8080 } }, 'the port 8080 of the Service web, which has 80 (http), 8443'],
])('an Ingress that leads to %j is told', (backend, said) => {
  expect(leadingTo(backend)).toEqual([`Ingress: orders/door leads to ${said}`]);
});

test.each([{ name: 'http' }, { number: 80 }, { number: 8443 }])(
  'one that leads to a port %j there is is not',
  (port) => {
    expect(leadingTo({ name: 'web', port })).toEqual([]);
  },
);
