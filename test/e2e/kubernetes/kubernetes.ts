import type { Platform } from '../platform';
import type { Project } from '../project';
import { run } from '../run';
import { refuseForeign } from './foreign';
import { buildAndPush } from './images';
import { inside } from './inside';
import { runJob } from './job';
import { kubectl, namespace } from './kubectl';
import { leftovers } from './leftovers';
import { logs } from './logs';
import { portForward } from './port-forward';
import { owners, ready } from './ready';
import { start } from './start';

const pods = '--selector=app.kubernetes.io/instance in (mongo,api)';

/** The example in a cluster. */
export function kubernetesPlatform(project: Project): Platform {
  const dist = (verb: string, ...more: string[]) =>
    run('kubectl', [verb, '--filename=dist/', ...more], { cwd: project.folder });
  let ours = false;
  return {
    differences: [],
    start: async () => {
      await refuseForeign();
      ours = true;
      await buildAndPush(project);
      return start(project);
    },
    reach: (ask) => portForward('api', 8000, ask),
    runJob: () => runJob(project),
    inside: (place, ask) => inside(project, place, ask),
    restart: async () => {
      await kubectl(['delete', 'pod', pods]);
      await ready();
    },
    renew: async () => {
      await kubectl(['scale', '--replicas=0', ...owners]);
      await kubectl(['wait', 'pod', pods, '--for=delete', '--timeout=180s']);
      await dist('apply');
      await ready();
    },
    end: async () => {
      await dist('delete');
    },
    sweep: async () => {
      if (ours) await run('kubectl', ['delete', 'namespace', namespace, '--ignore-not-found']);
    },
    leftovers,
    logs,
  };
}
