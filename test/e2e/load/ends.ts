import { composeHow } from '../compose/target';
import type { Synthesis } from '../definition';
import { run } from '../run';
import type { TargetName } from '../selected';
import { kubectl, settled } from './cluster';

/** How each target is told that the API is to end and to begin. */
export interface Ends {
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Every process of it ends, and another takes its place. */
  restart(): Promise<void>;
}

export const endsOn: Readonly<Record<TargetName, (synthesis: Synthesis) => Ends>> = {
  compose: (synthesis) => {
    const compose = (verb: string) => async () => {
      await run('docker', ['compose', verb, 'api'], composeHow(synthesis));
    };
    return { stop: compose('stop'), start: compose('start'), restart: compose('restart') };
  },
  kubernetes: () => ({
    stop: () => scaled(0),
    start: () => scaled(2),
    restart: async () => {
      await kubectl(['rollout', 'restart', 'deployment/api']);
      await kubectl(['rollout', 'status', 'deployment/api', '--timeout=150s']);
      await settled('api');
    },
  }),
};

async function scaled(replicas: number): Promise<void> {
  await kubectl(['scale', `--replicas=${replicas}`, 'deployment/api']);
  await settled('api', replicas);
}
