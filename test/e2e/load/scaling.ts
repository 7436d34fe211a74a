import type { Container } from '../target';
import { answered, asking, expectNoneLost, type Report } from './asking';
import { settled } from './cluster';
import type { Loaded } from './loaded';

/** A cluster measures four times a minute, so this takes minutes: it goes on while other things are asked. */
export function askAboutScalingMeanwhile({ client }: Loaded): () => void {
  let growth: Promise<Report>;
  beforeAll(async () => {
    growth = growing(await client());
    // Its failure is told when it is its turn.
    growth.catch(() => {});
  });
  return () =>
    test('the autoscaler adds a pod when fifty requests a second come, none is lost, and takes it away after', async () => {
      const report = await growth;
      expectNoneLost(report);
      expect(answered(report, 'pod')).toHaveLength(2);
      await settled('scaled', 1, 240);
    });
}

async function growing(client: Container): Promise<Report> {
  await settled('scaled', 1);
  const { scaled } = await asking(client, { scaled: { url: 'SCALED_URL', connections: 'fresh' } }, () =>
    settled('scaled', 2, 240),
  );
  return scaled;
}
