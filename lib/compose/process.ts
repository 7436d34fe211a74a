import { approximated, type Difference, leftOpen } from '../differences/difference';
import { plain, type Text } from '../workloads/text';
import type { Container, Workload } from '../workloads/workload';
import type { Service } from './compose-file';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** What runs, and how often. Kubernetes' command is Compose's entrypoint, and its args are Compose's command. */
export function processOf({ container, workload, role, network, service }: Unit): Fragment {
  const { pod, life } = workload;
  const runsOn = life.runs === 'always' && role !== 'init' && role !== 'once';
  return {
    service: {
      entrypoint: words(container.command),
      command: words(container.args),
      working_dir: container.workingDir,
      stdin_open: container.stdin || undefined,
      tty: container.tty || undefined,
      sysctls: pod.sysctls,
      ...(network || pod.shares.networkWithHost ? {} : nameOf(workload)),
      extra_hosts: network ? [] : pod.hostAliases.flatMap(({ ip, names }) => names.map((name) => `${name}=${ip}`)),
      restart: runsOn ? restarts[container.restartPolicy ?? pod.restartPolicy] : undefined,
      stop_grace_period: role === 'once' ? undefined : `${pod.graceSeconds}s`,
      profiles: life.runs === 'always' || role === 'clock' ? [] : ['jobs'],
    },
    differences: [
      ...secretsInArgs(container),
      ...(role === 'main'
        ? [...calledAsItsWorkload(container, workload, service), ...differencesOfLife(workload)]
        : []),
      ...(role === 'init' ? triedOnce(workload) : []),
    ],
  };
}

/** A pod that an owner makes is called anew each time, unless it is a StatefulSet's or says its name itself. */
function nameOf({ kind, pod }: Workload): Service {
  const named = kind === 'StatefulSet' || kind === 'Pod' || pod.field.at('hostname').exists;
  if (pod.fullHostname) return { hostname: `${pod.hostname}.${pod.domain}` };
  return { hostname: named ? pod.hostname : undefined, domainname: pod.domain };
}

const restarts: Readonly<Record<string, string>> = { Always: 'unless-stopped', OnFailure: 'on-failure' };

function calledAsItsWorkload({ field, name }: Container, { member }: Workload, service: string): readonly Difference[] {
  if (name === service || (member?.index ?? 0) > 0) return [];
  const reason = 'the first container of a pod is called as its workload';
  return [approximated(field.at('name'), reason, `the logs of ${name} are at docker compose logs ${service}`)];
}

/** Compose tries no job again, and takes a pod that may end for a service that stays. */
function differencesOfLife({ life, pod, kind }: Workload): readonly Difference[] {
  if (kind === 'Pod' && pod.restartPolicy !== 'Always') {
    const reason = 'Compose takes it for a service that stays';
    const means = 'if it ends by itself, docker compose up --wait says that it failed; docker compose up does not';
    return [approximated(pod.field.at('restartPolicy'), reason, means)];
  }
  if (life.runs === 'always' || pod.restartPolicy !== 'OnFailure') return [];
  const reason = 'not tried again: whoever runs it sees it fail';
  return [approximated(pod.field.at('restartPolicy'), reason, 'a run that fails is yours to start once more')];
}

/** Unless its pod says never, a cluster tries an init container until it succeeds. */
function triedOnce({ pod }: Workload): readonly Difference[] {
  if (pod.restartPolicy === 'Never') return [];
  const reason = 'an init container is not tried again: docker compose up says that it failed';
  return [
    approximated(
      pod.field.at('restartPolicy'),
      reason,
      'an init container that fails ends docker compose up: once what it needs is mended, call that again',
    ),
  ];
}

function words(texts: readonly Text[] | undefined): readonly string[] | undefined {
  return texts?.map((text) => plain(text) ?? '');
}

/** A secret in a command line would have to be in the file, which is committed. */
function secretsInArgs(container: Container): readonly Difference[] {
  const withSecret = (key: 'command' | 'args') =>
    (container[key] ?? []).flatMap((text, index) =>
      plain(text) === undefined ? [container.field.at(key, index)] : [],
    );
  return [...withSecret('command'), ...withSecret('args')].map((field) => leftOpen(field));
}
