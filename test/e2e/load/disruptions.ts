import { answered, asking, expectNoneLost, type Report } from './asking';
import { evict, kubectl, podsOf, settled } from './cluster';
import type { Loaded } from './loaded';

const lines = {
  deleted: { url: 'API_URL', connections: 'fresh' },
  evicted: { url: 'CONFIGURED_URL', connections: 'fresh' },
} as const;

export function askAboutDisruptions({ client }: Loaded): void {
  describe('of fifty requests a second, while one pod of two goes,', () => {
    let reports: Readonly<Record<keyof typeof lines, Report>>;
    let gone: Readonly<Record<keyof typeof lines, string>>;
    let evictions: readonly string[];
    beforeAll(async () => {
      const [deleted = ''] = await podsOf('api');
      const [evicted = '', other = ''] = await podsOf('configured');
      gone = { deleted, evicted };
      reports = await asking(await client(), lines, async () => {
        await kubectl(['delete', 'pod', deleted, '--wait=false']);
        const whileItIsAway = [await evict(evicted), await evict(other)];
        for (const api of ['api', 'configured']) await settled(api);
        evictions = [...whileItIsAway, await evict(other, 'All')];
      });
    });

    test.each(['deleted', 'evicted'] as const)('none is lost by one that is %s', (how) => {
      expectNoneLost(reports[how]);
      expect(answered(reports[how], 'pod')).toHaveLength(3);
      expect(answered(reports[how], 'pod')).toContain(gone[how]);
    });

    test('the budget stops a second eviction until the first pod has a successor', () => {
      expect(evictions).toEqual(['201', expect.stringMatching(/^429 .*violate the pod's disruption budget/), '201']);
    });
  });
}
