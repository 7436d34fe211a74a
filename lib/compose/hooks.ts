import { approximated, type Difference, dropped } from '../differences/difference';
import type { Lifecycle } from '../workloads/read-lifecycle';
import type { Hook } from './compose-file';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** What runs beside a container that has started, and before it ends: inside it, as its user, in both targets. */
export function hooksOf({ container: { lifecycle }, workload, role }: Unit): Fragment {
  if (role === 'clock') return {};
  const { postStart, preStop, stopSignal: stop_signal } = lifecycle;
  if (workload.life.runs !== 'always' || role === 'init') {
    return { service: { stop_signal }, differences: notByRun(lifecycle) };
  }
  return {
    service: {
      stop_signal,
      post_start: postStart && [{ command: postStart }],
      pre_stop: preStop && [harmless(preStop)],
    },
    differences: [
      ...(postStart ? [startedTwice(lifecycle)] : []),
      ...(preStop ? [stoppedOtherwise(lifecycle, preStop)] : []),
    ],
  };
}

const shells = /^(.*\/)?(sh|ash|dash|bash)$/;

/** A cluster shrugs at a hook that fails; Compose would not stop the container. So the shell at hand shrugs for it. */
function harmless(command: readonly string[]): Hook {
  const [program = ''] = command;
  return { command: shells.test(program) ? [program, '-c', '"$@" || true', program, ...command] : command };
}

function startedTwice({ field }: Lifecycle): Difference {
  const reason = 'runs when Compose starts the container, not when Docker starts it again after its end';
  return approximated(field.at('postStart', 'exec', 'command'), reason, 'a hook that fails ends docker compose up');
}

function stoppedOtherwise({ field }: Lifecycle, command: readonly string[]): Difference {
  const reason =
    'runs with docker compose stop, down and restart; not when a container is made anew, and without a limit';
  const stays = 'a hook that fails keeps docker compose from stopping it: docker compose kill';
  const means =
    harmless(command).command === command ? stays : 'the time of the hook does not count against the grace period';
  return approximated(field.at('preStop', 'exec', 'command'), reason, means);
}

function notByRun({ field, postStart, preStop }: Lifecycle): readonly Difference[] {
  const hooks = [...(postStart ? ['postStart'] : []), ...(preStop ? ['preStop'] : [])];
  return hooks
    .flatMap((hook) => field.at(hook).leaves())
    .map((leaf) =>
      dropped(
        leaf,
        'docker compose run runs no hooks',
        'a hook that the run needs is yours to call by docker compose exec',
      ),
    );
}
