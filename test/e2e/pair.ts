import type { Difference } from '../../lib/differences/difference';
import type { Both } from '../description/deviations';
import type { Subject } from '../description/subject';
import { composeTarget } from './compose/target';
import { type Definition, type Synthesis, synthesisOf } from './definition';
import { describeContainer } from './describe';
import { kubernetesTarget } from './kubernetes/target';
import type { Target } from './target';

/** One definition on both targets. */
export interface Pair {
  start(): Promise<void>;
  describe(service: string): Promise<{ subject: Subject; both: Both; differences: readonly Difference[] }>;
}

/** Whatever becomes of the tests between, nothing of it remains. */
export function pairOf(definition: Definition): Pair {
  let synthesis: Synthesis;
  let targets: { readonly compose: Target; readonly kubernetes: Target };
  let started = false;
  const each = <T>(ask: (target: Target) => Promise<T>) => together(ask(targets.compose), ask(targets.kubernetes));
  beforeAll(() => {
    synthesis = synthesisOf(definition);
    targets = { compose: composeTarget(synthesis), kubernetes: kubernetesTarget(synthesis) };
  });
  afterAll(async () => {
    await each((target) => target.sweep());
    synthesis.remove();
  });
  return {
    start: async () => {
      await each((target) => withLogs(target, () => target.start()));
      started = true;
    },
    describe: async (service) => {
      if (!started) throw new Error('not asked: it did not start on both');
      const unit = synthesis.units.find((one) => one.service === service);
      if (!unit) throw new Error(`there is no service ${service}`);
      const { manifests, reading, differences } = synthesis;
      const [compose, kubernetes] = await each((target) =>
        withLogs(target, () => target.inside(unit, (inside) => describeContainer(unit, reading.workloads, inside))),
      );
      return { subject: { unit, manifests, reading }, both: { compose, kubernetes }, differences };
    },
  };
}

/** Both come to their end before the first failure is told: what still runs could not be swept. */
async function together<T>(...both: readonly [Promise<T>, Promise<T>]): Promise<readonly [T, T]> {
  await Promise.allSettled(both);
  return Promise.all(both);
}

async function withLogs<T>(target: Target, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    process.stderr.write(`${await target.logs()}\n`);
    throw error;
  }
}
