import { Egress, type LabelSelector, Peer } from 'cdk8s-tandem';
import fc from 'fast-check';
import type { Family, KubernetesObject, Right, Written, Wrong } from './family';
import { dnsLabel, noCount, noText, someOf, strangers, withStranger } from './strangers';

const key = fc.oneof(fc.constantFrom('app', 'app.kubernetes.io/name', 'toString', 'a_b.c'), dnsLabel(20, 'az09'));
const value = fc.oneof(fc.constantFrom('', 'yes', '1', '0o7', 'constructor'), someOf('aZ9', 1, 63));
const matchLabels = fc.dictionary(key, value, { minKeys: 1, maxKeys: 2 });
const expression = fc.oneof(
  fc.record({
    key,
    operator: fc.constantFrom('In' as const, 'NotIn' as const),
    values: fc.array(value, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ key, operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const) }),
);
const labels = fc.oneof(
  matchLabels.map((given) => ({ given, selector: { matchLabels: given } })),
  fc
    .record({ matchLabels, matchExpressions: fc.array(expression, { minLength: 1, maxLength: 2 }) })
    .filter(asksOnce)
    .map((given) => ({ given, selector: given })),
);

/** Each label in one way: two may contradict each other. */
function asksOnce({ matchLabels, matchExpressions }: LabelSelector): boolean {
  const keys = [...Object.keys(matchLabels ?? {}), ...(matchExpressions ?? []).map(({ key }) => key)];
  return new Set(keys).size === keys.length;
}

const bits = fc.integer({ min: 1, max: 32 });
const ipv4 = fc.tuple(fc.nat(2 ** 32 - 1), bits).map(([number, bits]) => {
  const first = (BigInt(number) >> BigInt(32 - bits)) << BigInt(32 - bits);
  return `${[24n, 16n, 8n, 0n].map((shift) => (first >> shift) & 255n).join('.')}/${bits}`;
});
const range = fc.oneof(
  ipv4,
  fc.constantFrom('2001:db8::/32', 'fd00::/8', '::1/128', '10.0.0.0/8', '0.0.0.0/1', '64:ff9b::/96'),
);

/** A peer, and what a NetworkPolicy says of it. */
interface Meant {
  readonly peer: Peer;
  readonly words: object;
}

const byName = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const peer: fc.Arbitrary<Meant> = fc.oneof(
  dnsLabel(63, 'az09').map((name) => ({ peer: Peer.namespace(name), words: byName(name) })),
  labels.map(({ given, selector }) => ({ peer: Peer.namespaces(given), words: { namespaceSelector: selector } })),
  fc.tuple(labels, dnsLabel(20, 'az09')).map(([{ given, selector }, name]) => ({
    peer: Peer.pods(given, name),
    words: { podSelector: selector, ...byName(name) },
  })),
  fc.tuple(labels, labels).map(([pods, spaces]) => ({
    peer: Peer.pods(pods.given, spaces.given),
    words: { podSelector: pods.selector, namespaceSelector: spaces.selector },
  })),
  range.map((cidr) => ({ peer: Peer.cidr(cidr), words: { ipBlock: { cidr } } })),
  fc.constant({
    peer: Peer.cidr('10.0.0.0/8', { except: ['10.1.0.0/16'] }),
    words: { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
  }),
);

const number = fc.integer({ min: 1, max: 65_535 });
const protocol = fc.constantFrom('TCP' as const, 'UDP' as const, 'SCTP' as const);
const port = fc.oneof(
  number.map((port) => ({ given: port, words: { port, protocol: 'TCP' } })),
  fc.tuple(number, number, protocol).map(([one, other, protocol]) => {
    const given = { port: Math.min(one, other), endPort: Math.max(one, other), protocol };
    return { given, words: given };
  }),
  fc.tuple(fc.constantFrom('http', 'a-1', 'x'.repeat(15)), protocol).map(([port, protocol]) => ({
    given: { port, protocol },
    words: { port, protocol },
  })),
  protocol.map((protocol) => ({ given: { protocol }, words: { protocol } })),
);
const ports = fc.uniqueArray(port, { minLength: 1, maxLength: 3, selector: ({ words }) => JSON.stringify(words) });

const right: fc.Arbitrary<Right> = fc.oneof(
  fc.tuple(fc.constantFrom('api' as const, 'mongo' as const), peer, ports).map(
    ([kind, { peer, words }, ports]): Right => ({
      kind,
      props: { allowFrom: [peer.on(...ports.map(({ given }) => given))] },
      kept: (written) =>
        expect(rulesOf(written, 'ingress')).toContainEqual({ from: [words], ports: ports.map(({ words }) => words) }),
    }),
  ),
  fc.tuple(fc.constantFrom('api' as const, 'cron' as const, 'job' as const), peer, ports).map(
    ([kind, { peer, words }, ports]): Right => ({
      kind,
      props: { egress: [Egress.to(peer, ...ports.map(({ given }) => given))] },
      kept: (written) =>
        expect(rulesOf(written, 'egress')).toContainEqual({ to: [words], ports: ports.map(({ words }) => words) }),
    }),
  ),
);

const wrongLabels = fc.oneof(
  fc.tuple(withStranger(key, strangers), value).map(([key, value]) => of(key, value)),
  fc.tuple(key, fc.oneof(withStranger(value, strangers), noText)).map(([key, value]) => of(key, value)),
  fc.constantFrom<unknown>(
    {},
    null,
    'app=api',
    [],
    { matchLabels: {} },
    { matchExpressions: [] },
    of('__proto__', 'a'),
    of('constructor', 'a'),
  ),
  fc
    .constantFrom<unknown>(
      ...[
        { key: 'a', operator: 'In' },
        { key: 'a', operator: 'In', values: [] },
        { key: 'a', operator: 'Exists', values: ['b'] },
      ],
      ...[
        { key: 'a', operator: 'in', values: ['b'] },
        { key: '', operator: 'Exists' },
        { key: 'a', operator: 'In', values: ['-'] },
        {},
        null,
      ],
    )
    .map((requirement) => ({ matchExpressions: [requirement] })),
);
const wrongRange = fc.oneof(
  withStranger(ipv4, [...strangers, '//', '.', ':']),
  fc.constantFrom(
    '',
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0.1/8',
    '010.0.0.0/8',
    '10.0.0/8',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '0.0.0.0/0',
    '::/0',
  ),
  fc.constantFrom(
    '2001:db8::1/32',
    '2001:DB8::/32',
    '::ffff:10.0.0.0/104',
    'fe80::%1/64',
    'example.com',
    'localhost/8',
    '0x0a.0.0.0/8',
  ),
  noText,
);
const wrongSpace = fc.oneof(
  withStranger(dnsLabel(20), [...strangers, 'A', '_', '.']),
  fc.constantFrom('', '-a', 'a-', 'a'.repeat(64)),
  noText,
);
const wrongPeer: fc.Arbitrary<unknown> = fc.oneof(
  wrongSpace.map((name) => Peer.namespace(name as string)),
  wrongLabels.map((labels) => Peer.namespaces(labels as object as Record<string, string>)),
  wrongLabels.map((labels) => Peer.pods(labels as object as Record<string, string>, 'tools')),
  wrongRange.map((range) => Peer.cidr(range as string)),
  fc
    .constantFrom('10.1.0.0/16', '11.0.0.0/8', '10.0.0.0/8', 'a', '10.0.0.0/7')
    .filter((except) => except !== '10.1.0.0/16')
    .map((except) => Peer.cidr('10.0.0.0/8', { except: [except] })),
  fc.constantFrom<unknown>(null, undefined, {}, 'ingress-nginx', { namespace: 'a' }, 3, Peer, {
    names: { namespace: 'a' },
  }),
);
const wrongPort = fc.oneof(
  noCount.filter((value) => typeof value !== 'object'),
  fc.constantFrom<unknown>(
    0,
    65_536,
    null,
    [],
    { port: 0 },
    { port: 'HTTP' },
    { port: '80' },
    { port: 80, endPort: 79 },
    { endPort: 80 },
  ),
  fc.constantFrom<unknown>(
    { port: 'http', endPort: 80 },
    { protocol: 'tcp' },
    { protocol: 'ICMP' },
    { ports: 80 },
    { port: 80, endPort: 65_536 },
  ),
);
const wrong: fc.Arbitrary<Wrong> = fc.oneof(
  wrongPeer.map((peer) => ({ kind: 'api' as const, props: { allowFrom: [peer] }, prop: 'allowFrom[0]' })),
  wrongPeer.map((peer) => ({
    kind: 'job' as const,
    props: { egress: [Egress.to(peer as Peer, 443)] },
    prop: 'egress[0]',
  })),
  wrongPort.map((port) => ({
    kind: 'mongo' as const,
    props: { allowFrom: [Peer.anyone().on(port as number)] },
    prop: 'allowFrom[0].ports',
  })),
  wrongPort.map((port) => ({
    kind: 'cron' as const,
    props: { egress: [Egress.internet(port as number)] },
    prop: 'egress[0].ports',
  })),
  wrongRange.map((range) => ({
    kind: 'cron' as const,
    props: { egress: [Egress.cidr(range as string, 443)] },
    prop: 'egress[0]',
  })),
  fc
    .constantFrom<unknown>(Egress.internet(443), null, {}, 'all', 443)
    .map((egress) => ({ kind: 'api' as const, props: { egress }, prop: 'egress' })),
  fc.constant<Wrong>({ kind: 'api', props: { egress: [Egress.internet()] }, prop: 'egress[0]' }),
  fc.constant<Wrong>({
    kind: 'api',
    props: { egress: [Egress.to(Peer.namespace('a').on(80), 80)] },
    prop: 'egress[0].ports',
  }),
);

export const peers: Family = {
  right,
  wrong,
  near: fc
    .tuple(
      fc.oneof(
        peer.map(({ peer }) => peer),
        wrongPeer,
      ),
      fc.oneof(
        port.map(({ given }) => given),
        wrongPort,
      ),
    )
    .chain(([peer, port]) =>
      fc.constantFrom(
        { kind: 'api' as const, props: { allowFrom: [peer instanceof Peer ? peer.on(port as number) : peer] } },
        { kind: 'job' as const, props: { egress: [Egress.to(peer as Peer, port as number)] } },
      ),
    ),
};

function of(key: string, value: unknown): object {
  return Object.fromEntries([[key, value]]);
}

function rulesOf({ objects }: Written, direction: 'ingress' | 'egress'): unknown {
  const policy: KubernetesObject | undefined = objects.find(({ kind }) => kind === 'NetworkPolicy');
  return Object(policy?.spec)[direction];
}
