import { answered, asking, expectNoneLost, type Report } from './asking';
import { podsOf, settled } from './cluster';
import type { Loaded } from './loaded';

const lines = {
  api: { url: 'API_URL', connections: 'fresh' },
  kept: { url: 'API_URL', connections: 'kept' },
  configured: { url: 'CONFIGURED_URL', connections: 'fresh' },
  hasty: { url: 'HASTY_URL', connections: 'fresh' },
  warned: { url: 'WARNED_URL', connections: 'kept' },
} as const;

export function askAboutRollouts({ client, change }: Loaded): void {
  describe('of fifty requests a second, while every pod is replaced,', () => {
    let reports: Readonly<Record<keyof typeof lines, Report>>;
    let before: readonly string[];
    let after: readonly string[];
    beforeAll(async () => {
      before = [...(await podsOf('api')), ...(await podsOf('configured'))];
      reports = await asking(await client(), lines, async () => {
        await change({ version: '2', greeting: 'good evening' });
        for (const api of ['api', 'configured', 'hasty', 'warned']) await settled(api);
      });
      after = [...(await podsOf('api')), ...(await podsOf('configured'))];
    });

    test('none is lost by a rolling update', () => {
      expectNoneLost(reports.api);
      expect(answered(reports.api, 'version')).toEqual(['1', '2']);
    });

    test('none on kept connections either: an ending server says when it closes one', () => {
      expectNoneLost(reports.kept);
      expect(answered(reports.kept, 'version')).toEqual(['1', '2']);
    });

    test('none on kept connections to a server that drops them, where a hook lets it say so beforehand', () => {
      expectNoneLost(reports.warned);
      expect(answered(reports.warned, 'version')).toEqual(['1', '2']);
    });

    test('none by a change of config, which is a rolling update too', () => {
      expectNoneLost(reports.configured);
      expect(answered(reports.configured, 'greeting')).toEqual(['good evening', 'hello']);
    });

    test('all were answered by those pods that went, and by those that came', () => {
      expect(before.filter((pod) => after.includes(pod))).toEqual([]);
      const pods = [...answered(reports.api, 'pod'), ...answered(reports.configured, 'pod')];
      expect(pods.sort()).toEqual([...before, ...after].sort());
    });

    test('some are lost by an API that does not wait before it ends', () => {
      expect(answered(reports.hasty, 'version')).toEqual(['1', '2']);
      expect(reports.hasty.failed).not.toEqual([]);
    });
  });
}
