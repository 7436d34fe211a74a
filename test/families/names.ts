import fc from 'fast-check';
import type { Family, Kind, Right, Wrong } from './family';
import { dnsLabel, noText, someOf, strangers, withStranger } from './strangers';

/** How long a construct's name may be, for the names that are made of it. */
const longest = { api: 63, cron: 52, job: 63, mongo: 52 } as const;
type Named = keyof typeof longest;
const kinds = Object.keys(longest) as Named[];
const kind = fc.constantFrom(...kinds);
const pods = fc.constantFrom<Kind>(...kinds);

const ids = (kind: Named) =>
  fc.oneof(dnsLabel(20), dnsLabel(longest[kind]), fc.constantFrom('a', 'null', 'yes', 'tostring'));
const namespace = fc.oneof(dnsLabel(63, 'az09'), fc.constantFrom('1', 'null', '0'));

const wrongName = (right: fc.Arbitrary<string>, most: number) =>
  fc.oneof(
    withStranger(right, [...strangers, 'A', '_']),
    right.map((name) => `-${name}`),
    right.map((name) => `${name}-`),
    someOf('a', most + 1, most + 100),
    fc.constantFrom('${NAME}', '{{ name }}', 'a.b', 'My_App', 'a..b', '.', 'Prototype'),
  );

const subdomain = fc
  .oneof(
    fc.array(dnsLabel(10, 'az09'), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(['123'], ['null'], ['a'.repeat(253)]),
  )
  .map((labels) => labels.join('.'));
const wrongSubdomain = fc.oneof(
  withStranger(subdomain, [...strangers, 'A', '_', '..']),
  subdomain.map((name) => `.${name}`),
  subdomain.map((name) => `${name}-`),
  fc.constantFrom('', ' ', 'a'.repeat(254), 'a.-b', '__proto__'),
  noText,
);

/** Props that name another object, and where a pod has it. */
const otherNames: readonly (readonly [string, (name: unknown) => object, (name: string) => object])[] = [
  ['serviceAccountName', (name) => ({ serviceAccountName: name }), (name) => ({ serviceAccountName: name })],
  ['priorityClassName', (name) => ({ priorityClassName: name }), (name) => ({ priorityClassName: name })],
  ['imagePullSecrets', (name) => ({ imagePullSecrets: [{ name }] }), (name) => ({ imagePullSecrets: [{ name }] })],
];
const otherName = fc.constantFrom(...otherNames);

/** A container of a pod beside the main one. */
const inPod = (name: unknown) => ({ containers: [{ name, image: 'ghcr.io/acme/b:1' }] });

export const names: Family = {
  right: fc.oneof(
    kind.chain((kind) =>
      fc.tuple(ids(kind), namespace).map(
        ([id, namespace]): Right => ({
          kind,
          id,
          namespace,
          props: {},
          kept({ objects, service }) {
            expect(objects.map(({ metadata }) => metadata.namespace)).toEqual(objects.map(() => namespace));
            expect(objects.map(({ metadata }) => metadata.name)).toContain(id);
            expect(Object.keys(service)).toContain('image');
          },
        }),
      ),
    ),
    fc.tuple(pods, otherName, subdomain).map(
      ([kind, [, given, written], name]): Right => ({
        kind,
        props: given(name),
        kept: ({ pod }) => expect(pod.spec).toMatchObject(written(name)),
      }),
    ),
    fc.tuple(pods, dnsLabel(63, 'az09')).map(
      ([kind, name]): Right => ({
        kind,
        props: inPod(name),
        kept: ({ pod }) => expect(pod.spec.containers).toContainEqual(expect.objectContaining({ name })),
      }),
    ),
  ),
  wrong: fc.oneof(
    kind.chain((kind) =>
      fc
        .oneof(wrongName(ids(kind), longest[kind]), fc.constantFrom('1a', '0'))
        // Refused at once, before there is a construct that could record it.
        .filter((id) => !id.includes('\n'))
        .map((id): Wrong => ({ kind, id, props: {}, prop: 'id' })),
    ),
    fc
      .tuple(kind, fc.oneof(wrongName(namespace, 63), fc.constantFrom('default', 'kube-system', 'kube-x', '')))
      .map(([kind, namespace]): Wrong => ({ kind, namespace, props: {}, prop: 'namespace' })),
    fc
      .tuple(pods, otherName, wrongSubdomain)
      .map(([kind, [prop, given], name]): Wrong => ({ kind, props: given(name), prop })),
    fc
      .tuple(pods, fc.oneof(wrongName(dnsLabel(63, 'az09'), 63), fc.constant(''), noText))
      .map(([kind, name]): Wrong => ({ kind, props: inPod(name), prop: 'containers[0].name' })),
  ),
};
