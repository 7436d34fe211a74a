import { Egress } from '../../lib/connections/egress';
import { Peer } from '../../lib/connections/peer';
import { dns, namespace, specOf, tcp } from './policies';

describe('egress', () => {
  const rules: readonly (readonly [string, Egress, object])[] = [
    [
      'to the internet spares every private address',
      Egress.internet(443, 80),
      {
        to: [
          {
            ipBlock: {
              cidr: '0.0.0.0/0',
              except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
            },
          },
        ],
        ports: [tcp(443), tcp(80)],
      },
    ],
    [
      'to a range of addresses names that range',
      Egress.cidr('10.1.2.3/32', 5432),
      { to: [{ ipBlock: { cidr: '10.1.2.3/32' } }], ports: [tcp(5432)] },
    ],
    [
      'to pods names them, and their namespace',
      Egress.to(Peer.pods({ app: 'kafka' }, 'streams'), 9092),
      { to: [{ ...namespace('streams'), podSelector: { matchLabels: { app: 'kafka' } } }], ports: [tcp(9092)] },
    ],
    [
      'without ports opens all of them',
      Egress.cidr('10.0.0.0/8'),
      { to: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [] },
    ],
    [
      'to a range spares a part of it',
      Egress.to(Peer.cidr('10.0.0.0/8', { except: ['10.1.0.0/16'] }), 5432),
      { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [tcp(5432)] },
    ],
    [
      'by other ports says them in the words of a NetworkPolicy',
      Egress.cidr('10.1.2.3/32', { port: 53, protocol: 'UDP' }, { port: 8000, endPort: 8100 }, { port: 'http' }),
      {
        to: [{ ipBlock: { cidr: '10.1.2.3/32' } }],
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 8000, endPort: 8100, protocol: 'TCP' },
          { port: 'http', protocol: 'TCP' },
        ],
      },
    ],
    ['to anyone names nobody', Egress.to(Peer.anyone(), { protocol: 'TCP' }), { ports: [{ protocol: 'TCP' }] }],
  ];
  test.each(rules)('%s', (_, egress, rule) => {
    expect(specOf(8000, { egress: [egress] }).egress).toEqual([dns, rule]);
  });
});

describe('allowFrom', () => {
  const peers: readonly (readonly [string, Peer, object])[] = [
    ['a namespace lets all its pods in', Peer.namespace('web'), namespace('web')],
    [
      'pods lets those of the own namespace in',
      Peer.pods({ app: 'web' }),
      { podSelector: { matchLabels: { app: 'web' } } },
    ],
    [
      'pods of a namespace lets those in that are both',
      Peer.pods({ app: 'web' }, 'front'),
      { ...namespace('front'), podSelector: { matchLabels: { app: 'web' } } },
    ],
    ['the ingress controller lets that of nginx in', Peer.ingressController(), namespace('ingress-nginx')],
    [
      'namespaces are known by their labels',
      Peer.namespaces({ team: 'web' }),
      { namespaceSelector: { matchLabels: { team: 'web' } } },
    ],
    [
      'a selector says all that Kubernetes lets it say',
      Peer.pods({ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, { matchLabels: { team: 'web' } }),
      {
        namespaceSelector: { matchLabels: { team: 'web' } },
        podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
      },
    ],
    ['addresses are those of nobody in the cluster', Peer.cidr('10.0.0.0/8'), { ipBlock: { cidr: '10.0.0.0/8' } }],
    ['another ingress controller lets that in', Peer.ingressController('traefik'), namespace('traefik')],
  ];
  test.each(peers)('%s', (_, peer, from) => {
    expect(specOf(8000, { allowFrom: [peer] }).ingress).toEqual([{ from: [from], ports: [tcp(8000)] }]);
  });

  test('a peer may come by other ports, and anyone is a rule without peers', () => {
    const allowFrom = [Peer.namespace('web'), Peer.namespace('ops').on(9090), Peer.anyone()];
    expect(specOf(8000, { allowFrom }).ingress).toEqual([
      { from: [namespace('web')], ports: [tcp(8000)] },
      { from: [namespace('ops')], ports: [tcp(9090)] },
      { ports: [tcp(8000)] },
    ]);
  });

  test('a peer keeps the labels that it was made with', () => {
    const labels = { app: 'web' };
    const peer = Peer.pods(labels);
    labels.app = 'other';
    expect(specOf(8000, { allowFrom: [peer] }).ingress[0].from).toEqual([
      { podSelector: { matchLabels: { app: 'web' } } },
    ]);
  });
});
