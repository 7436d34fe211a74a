import { DataApi, type DataApiProps, Egress, Peer } from 'cdk8s-tandem';
import { deployment, networkPolicy, object, service } from '../workloads/manifests';
import { remarksOf, remarksOn } from './remarks-on';

const image = 'ghcr.io/acme/api:1.2.3';
const two = (props: Partial<DataApiProps>) =>
  remarksOf((chart) => {
    new DataApi(chart, 'api', { image });
    new DataApi(chart, 'web', { image, ...props });
  });
const none = 'Selector: the NetworkPolicy orders/web names pods with';

describe('a peer that is no pod of the app', () => {
  test.each<[string, Partial<DataApiProps>]>([
    ['let in', { allowFrom: [Peer.pods({ 'app.kubernetes.io/name': 'apy' })] }],
    ['let in, by its namespace', { allowFrom: [Peer.pods({ 'app.kubernetes.io/name': 'apy' }, 'orders')] }],
    ['called', { egress: [Egress.to(Peer.pods({ 'app.kubernetes.io/name': 'apy' }), 8000)] }],
  ])('and is %s is told with the nearest label', (_, props) => {
    expect(two(props)).toEqual([
      `${none} app.kubernetes.io/name=apy in orders, and this app makes none: did you mean app.kubernetes.io/name=api?`,
    ]);
  });

  test('is told with the nearest key, or with none', () => {
    expect(two({ allowFrom: [Peer.pods({ 'app.kubernetes.io/nmae': 'api' })] })).toEqual([
      `${none} app.kubernetes.io/nmae=api in orders, and this app makes none: did you mean app.kubernetes.io/name=api?`,
    ]);
    expect(two({ allowFrom: [Peer.pods({ team: 'search' })] })).toEqual([
      `${none} team=search in orders, and this app makes none`,
    ]);
  });

  test.each<[string, Peer]>([
    ['is one', Peer.pods({ 'app.kubernetes.io/name': 'api' })],
    ['is in a namespace of others', Peer.pods({ app: 'prometheus' }, 'monitoring')],
    ['is a namespace of others', Peer.namespace('monitoring')],
    ['is the ingress controller', Peer.ingressController()],
    ['is a range', Peer.cidr('10.1.0.0/16')],
    ['is in namespaces by other labels', Peer.namespaces({ team: 'search' })],
  ])('is not told when it %s', (_, peer) => {
    expect(two({ allowFrom: [peer] })).toEqual([]);
  });
});

test('a namespace that is nearly one of the app is told', () => {
  expect(two({ allowFrom: [Peer.namespace('order')] })).toEqual([
    'Selector: the NetworkPolicy orders/web names the namespace order, and this app has none of that name: did you mean orders?',
  ]);
});

test('so are objects of strangers that are for no pod of the app', () => {
  const said = (kind: string) =>
    `Selector: the ${kind} orders/w names pods with app=wev in orders, and this app makes none: did you mean app=web?`;
  const selector = { matchLabels: { app: 'wev' } };
  const web = deployment('web');
  expect(remarksOn(web, service('w', 'wev'))).toEqual([said('Service')]);
  expect(remarksOn(web, networkPolicy('w', { podSelector: selector }))).toEqual([said('NetworkPolicy')]);
  expect(remarksOn(web, object('policy/v1', 'PodDisruptionBudget', 'w', { spec: { selector } }))).toEqual([
    said('PodDisruptionBudget'),
  ]);
});

test('selectors of all pods, of nothing, and where the app makes no pod are not told', () => {
  const web = deployment('web');
  expect(remarksOn(web, networkPolicy('all', { podSelector: {} }))).toEqual([]);
  expect(remarksOn(web, object('v1', 'Service', 'alias', { spec: { type: 'ExternalName' } }))).toEqual([]);
  expect(remarksOn(web, service('w', 'other', {}, 'elsewhere'))).toEqual([]);
});
