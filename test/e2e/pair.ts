import type { Unit } from '../../lib/compose/unit';
import { composeTarget } from './compose/target';
import { type Definition, type Synthesis, synthesisOf } from './definition';
import { kubernetesTarget } from './kubernetes/target';
import type { Container, Target } from './target';

/** One definition on both targets. */
export interface Pair {
  start(): Promise<void>;
  /** Asks the container of a service on both. */
  ask<T>(service: string, question: Question<T>): Promise<Answers<T>>;
}

type Question<T> = (container: Container, unit: Unit, synthesis: Synthesis) => Promise<T>;

export interface Answers<T> {
  readonly compose: T;
  readonly kubernetes: T;
  readonly unit: Unit;
  readonly synthesis: Synthesis;
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
    ask: async (service, question) => {
      if (!started) throw new Error('not asked: it did not start on both');
      const unit = synthesis.units.find((one) => one.service === service);
      if (!unit) throw new Error(`there is no service ${service}`);
      const [compose, kubernetes] = await each((target) =>
        withLogs(target, () => target.inside(unit, (container) => question(container, unit, synthesis))),
      );
      return { compose, kubernetes, unit, synthesis };
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
