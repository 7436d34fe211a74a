import { runOnLaptop } from './compose/runs';
import { composeTarget } from './compose/target';
import { type Synthesis, synthesisOf } from './definition';
import { eventually } from './eventually';
import { evict, jobState, jobsOf, logsOf, podsOf, runInCluster, wasRefused } from './kubernetes/runs';
import { kubernetesTarget } from './kubernetes/target';
import { runs } from './runs';
import { selected } from './selected';
import type { Target } from './target';

const targets = {
  compose: { of: composeTarget, run: runOnLaptop },
  kubernetes: { of: kubernetesTarget, run: runInCluster },
} as const;

// The jobs start together when the manifests are applied, so that the tests wait for the slowest alone.
describe.each(selected())('runs on %s', (name) => {
  const { of, run } = targets[name];
  let synthesis: Synthesis;
  let target: Target;
  beforeAll(async () => {
    synthesis = synthesisOf(runs);
    target = of(synthesis);
    await target.start();
  });
  afterAll(async () => {
    await target.sweep();
    synthesis.remove();
  });

  test('the second finds what the first has left in the checkpoint', async () => {
    expect(await run(synthesis, 'counts', 1)).toBe('1\n');
    expect(await run(synthesis, 'counts', 2)).toBe('2\n');
  });

  if (name === 'kubernetes') inCluster();
});

function inCluster(): void {
  test('one over its deadline is ended', () =>
    eventually(async () => {
      expect(await jobState('hangs')).toMatchObject({ failed: 'DeadlineExceeded', active: 0 });
    }));

  test('one that says by its exit code that trying again is no use is not tried again', () =>
    eventually(async () => {
      expect(await jobState('misconfigured')).toMatchObject({ failed: 'PodFailurePolicy', failures: 1 });
    }));

  test('one that fails otherwise is', () =>
    eventually(async () => {
      expect(await jobState('unlucky')).toMatchObject({ failed: 'BackoffLimitExceeded', failures: 2 });
    }, 120));

  test('one whose pod is evicted goes on in another, though it has no second try', async () => {
    let first = '';
    await eventually(async () => {
      const [running] = await podsOf('disturbed', 'Running');
      expect(running).toBeDefined();
      first = running ?? '';
    });
    await evict(first);
    await eventually(async () => {
      const [second] = await podsOf('disturbed', 'Running');
      expect(second).toBeDefined();
      expect(second).not.toBe(first);
    });
    expect(await jobState('disturbed')).toEqual({ failed: undefined, failures: 0, active: 1 });
  });

  test('each shard sees its own number', () =>
    eventually(async () => {
      expect((await logsOf('sharded')).split('\n').filter(Boolean).sort()).toEqual([
        'sharded 0',
        'sharded 1',
        'sharded 2',
      ]);
    }));

  test('what is due while one is going is left out', () =>
    eventually(async () => {
      expect(await wasRefused('long')).toBe(true);
      expect(await jobsOf('long')).toHaveLength(1);
    }, 180));
}
