import { notesOf } from '../../lib/compose/notes';

const config = { source: 'a', target: '/a' };

test('what is odd at first sight is explained where it stands first, and nowhere else', () => {
  const note = notesOf({
    a: { cpu_shares: 2 },
    b: { cpu_shares: 2, memswap_limit: '1m', network_mode: 'service:a', labels: { 'files.etc': '1' } },
    c: { memswap_limit: '1m' },
  });
  expect(note('a')('cpu_shares')).toBe('the CPU request, as a weight');
  expect(note('b')('cpu_shares')).toBeUndefined();
  expect(note('b')('memswap_limit')).toBe('memory and swap together: no swap');
  expect(note('b')('network_mode')).toBe('one pod, one localhost');
  expect(note('b')('labels')).toBe('a hash of the mounted files: when it changes, `up` recreates the container');
  expect(note('c')('memswap_limit')).toBeUndefined();
});

test('what is not odd needs none', () => {
  const note = notesOf({ a: { network_mode: 'none', labels: { team: 'data' }, configs: [config], restart: 'always' } });
  expect((['network_mode', 'labels', 'configs', 'restart', 'volumes'] as const).map(note('a'))).toEqual(
    Array(5).fill(undefined),
  );
});

test('in braces there is no room for one: it stands at the next', () => {
  const note = notesOf({ a: { aside: true, cpu_shares: 2 }, b: { cpu_shares: 2 } });
  expect(note('a')('cpu_shares')).toBeUndefined();
  expect(note('b')('cpu_shares')).toBe('the CPU request, as a weight');
});
