import type { Found } from './accounts';
import { nobody } from './names';
import { mountedAt } from './subject';

/** What each target does on its own account where no field of a manifest speaks of it: the only aspects that may differ unsaid. */
interface Habit {
  readonly aspect: RegExp;
  readonly because: string;
  readonly holds: (found: Found) => boolean;
}

export const habits: readonly Habit[] = [
  {
    aspect: /^unasked mount (?:\/var)?\/run\/secrets\/kubernetes\.io\/serviceaccount: kind$/,
    because: 'a pod that does not say no has a token for the Kubernetes API, and a laptop has no such API',
    holds: ({ subject: { unit }, compose }) =>
      unit.workload.pod.field.at('automountServiceAccountToken').peek() !== false && compose === undefined,
  },
  {
    aspect: /^limit: share of processors$/,
    because:
      'without a request a kubelet gives the least share and Docker the usual one: it counts only where others ask',
    holds: ({ subject: { unit }, compose, kubernetes }) =>
      unit.container.resources.cpuRequest === undefined &&
      unit.container.resources.cpuLimit === undefined &&
      ['1024', 'weight 100'].includes(compose ?? '') &&
      ['2', 'weight 1'].includes(kubernetes ?? ''),
  },
  {
    aspect: /^mount (.+): without$/,
    because: 'Docker mounts what is in memory without set-user-ID and devices, which nobody here may use',
    holds: ({ compose, kubernetes }) => compose === 'nosuid nodev' && kubernetes === '',
  },
  {
    aspect: /^name .+$/,
    because: 'whether a policy stands between a pod and itself, by way of its Service, is up to the network plug-in',
    holds: ({ subject: { unit }, compose, kubernetes }) =>
      compose === `${unit.workload.namespace}/${unit.workload.name}` && kubernetes === nobody,
  },
  {
    aspect: /^mount (.+): size$/,
    because:
      'without a limit a kubelet gives what is in memory the memory of the pod, and Docker that of the container',
    holds: ({ subject, about, compose, kubernetes }) => {
      const volume = mountedAt(subject, about)?.volume;
      const limited = volume?.type !== 'scratch' || volume.sizeLimit !== undefined;
      return !limited && compose === 'no limit' && kubernetes !== undefined;
    },
  },
];
