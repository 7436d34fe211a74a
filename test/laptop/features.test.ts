import { featuresIn } from '../../lib/laptop/features';

test.each<[string, object, readonly string[]]>([
  ['nothing new', { volumes: ['a:/b', { type: 'volume', source: 'a', volume: { nocopy: true } }] }, []],
  ['a start interval', { healthcheck: { test: ['CMD', 'a'], start_interval: '1s' } }, ['start_interval']],
  ['a health check without', { healthcheck: { test: ['CMD', 'a'] } }, []],
  ['a part of a volume', { volumes: [{ type: 'volume', volume: { subpath: 'a' } }] }, ['subpath of a volume']],
  ['an image, or a part of it', { volumes: [{ type: 'image', image: { subpath: 'a' } }] }, ['image mounts']],
])('%s', (_, service, expected) => {
  expect(featuresIn({ services: { api: service, other: service } })).toEqual(expected);
});

test('of what is no Compose file nothing is known', () => {
  for (const file of [undefined, null, 'x', [], { services: null }, { services: { api: null } }])
    expect(featuresIn(file)).toEqual([]);
});
