import type { Synthesis } from '../definition';
import { run, tryRun } from '../run';
import { ends, type Target } from '../target';
import { containerOf } from './container';
import { pushEach } from './images';
import { refuseForeign, removeNamespaces } from './namespaces';
import { podOf, ready } from './pods';
import { asleep } from './sleeper';

/** A definition in a cluster, in the namespaces that it names. */
export function kubernetesTarget(synthesis: Synthesis): Target {
  const { folder, namespaces, summary, units, ownImages } = synthesis;
  let ours = false;
  const commands = async (which: RegExp) => {
    for (const [, command = ''] of summary.matchAll(which)) await run('sh', ['-c', command], { cwd: folder });
    for (const { workload } of units.filter(({ role }) => role === 'main')) await ready(workload);
  };
  return {
    start: async () => {
      await refuseForeign(namespaces);
      ours = true;
      if (ownImages.length > 0) await run('docker', ['compose', '--profile=*', 'build'], { cwd: folder });
      await pushEach(ownImages);
      await commands(/^ {2}(kubectl .+)$/gm);
    },
    apply: () => commands(/^ {2}(kubectl apply .+\/)$/gm),
    inside: async (unit, ask) => {
      const asked = async (pod: string) => ask(await containerOf(unit, pod, synthesis));
      return ends(unit) ? asleep(unit, asked) : asked(await podOf(unit.workload));
    },
    sweep: async () => {
      if (ours) await removeNamespaces(namespaces);
    },
    logs: async () => {
      const states = namespaces.map((namespace) =>
        tryRun('kubectl', ['get', 'pods,events', '-o=wide', '-n', namespace]),
      );
      return (await Promise.all(states)).map(({ stdout }) => stdout.split('\n').slice(-100).join('\n')).join('\n');
    },
  };
}
