import { composeTarget } from '../compose/target';
import { type Synthesis, synthesisOf, synthesizedAgain } from '../definition';
import { kubernetesTarget } from '../kubernetes/target';
import type { TargetName } from '../selected';
import type { Container, Target } from '../target';
import { type Answered, loadedApis, sources } from './apis';
import { type Ends, endsOn } from './ends';

/** The APIs on one target, and their client. */
export interface Loaded {
  client(): Promise<Container>;
  /** Another synth, brought to the target, until it is done. */
  change(answered: Answered): Promise<void>;
  ends(): Ends;
}

const targetOn = { compose: composeTarget, kubernetes: kubernetesTarget };
const first: Answered = { version: '1', greeting: 'hello' };

/** They start before the first question, and whatever becomes of them, nothing of it remains. */
export function loadedOn(name: TargetName): Loaded {
  let synthesis: Synthesis;
  let target: Target;
  beforeAll(async () => {
    synthesis = synthesisOf({ title: 'load', sources, define: (app) => loadedApis(app, first) });
    target = targetOn[name](synthesis);
    await target.start();
  });
  afterAll(async () => {
    await target.sweep();
    synthesis.remove();
  });
  return {
    client: () => {
      const unit = synthesis.units.find(({ service }) => service === 'client');
      if (!unit) throw new Error('there is no client');
      // It keeps running, so that it can be asked after this.
      return target.inside(unit, async (container) => container);
    },
    change: async (answered) => {
      synthesizedAgain(synthesis, (app) => loadedApis(app, answered));
      await target.apply();
    },
    ends: () => endsOn[name](synthesis),
  };
}
