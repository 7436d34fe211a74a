import { allowFrom, egress } from '../../lib/checks/peers';
import { Egress } from '../../lib/connections/egress';
import { type Labels, Peer } from '../../lib/connections/peer';

describe('a peer', () => {
  test.each<[string, Peer]>([
    ['a range with exceptions', Peer.cidr('0.0.0.0/0', { except: ['10.0.0.0/8'] })],
    ['anyone', Peer.anyone()],
    ['a selector', Peer.pods({ matchExpressions: [{ key: 'acme.com/app', operator: 'In', values: ['a'] }] })],
    ['a range of ports', Peer.namespace('web').on({ port: 8000, endPort: 8100, protocol: 'UDP' })],
    ['all ports of a protocol', Peer.namespace('web').on({ protocol: 'SCTP' })],
    ['a label called as a part of a selector', Peer.pods({ matchLabels: 'x' })],
  ])('%s is fine', (_, peer) => {
    expect(allowFrom([peer])).toEqual([]);
  });

  test.each<[Peer, string, string]>([
    [Peer.cidr('0.0.0.0/0'), '[0].cidr', 'is every address there is'],
    [Peer.cidr('10.0.0.0/8', { except: ['11.0.0.0/16'] }), '[0].except', 'is no part of 10.0.0.0/8'],
    [Peer.cidr('10.0.0.0/8', { except: ['10.0.0.0/8'] }), '[0].except', 'is no part of 10.0.0.0/8'],
    [Peer.cidr('10.0.0.0/8', { except: ['::/8'] }), '[0].except', 'is no part of 10.0.0.0/8'],
    [
      Peer.cidr('10.0.0.0/8', { except: ['10.0'] }),
      '[0].except[0]',
      'is no address: a NetworkPolicy knows no host names',
    ],
    [Peer.namespaces({}), '[0].namespaces', 'are empty, which selects every pod'],
    [Peer.pods({ matchLabels: {} }), '[0].labels', 'are empty, which selects every pod'],
    [
      Peer.pods({ matchExpressions: [{ key: 'a', operator: 'In' }] }),
      '[0].labels.matchExpressions[0].values',
      'are missing',
    ],
    [
      Peer.pods({ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] }),
      '[0].labels.matchExpressions[0].values',
      'have no place beside Exists',
    ],
    [Peer.pods({ app: 1 } as unknown as Labels), '[0].labels.app', 'is no label of Kubernetes'],
    [Peer.namespace('web').on(0), '[0].ports[0]', 'is below 1'],
    [Peer.namespace('web').on({ port: 9, endPort: 8 }), '[0].ports[0].endPort', 'is below the port 9'],
    [
      Peer.namespace('web').on({ port: 'http', endPort: 8 }),
      '[0].ports[0].endPort',
      'ends a range that has no number to begin with',
    ],
  ])('%j: %s %s', (peer, prop, wrong) => {
    expect(allowFrom([peer])).toMatchObject([{ prop, wrong }]);
  });
});

describe('egress', () => {
  test('has the ports behind the peer, not those of a way in', () => {
    expect(egress([Egress.to(Peer.namespace('web').on(80), 443)])).toMatchObject([
      { prop: '[0].ports', wrong: 'are those of a way in' },
    ]);
  });

  test('to a host name is refused', () => {
    expect(egress([Egress.cidr('example.com', 443)])).toMatchObject([
      { prop: '[0].cidr', wrong: 'is no address: a NetworkPolicy knows no host names' },
    ]);
  });
});
