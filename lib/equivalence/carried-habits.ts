import type { Unit } from '../compose/unit';

/** What few pods say: hooks, signals, terminals, what is shared with others, whom to ask for names. By Compose's words. */
export function carriedHabits({ container, workload, role, network }: Unit): Readonly<Record<string, unknown>> {
  const { pod, life } = workload;
  const { lifecycle, stdin, tty } = container;
  const keepsRunning = life.runs === 'always' && role !== 'init';
  const holder = pod.shares.processes && network ? `service:${network}` : undefined;
  const said = {
    stdin_open: stdin || undefined,
    tty: tty || undefined,
    stop_signal: lifecycle.stopSignal,
    post_start: keepsRunning && lifecycle.postStart ? [{ command: lifecycle.postStart }] : undefined,
    pre_stop: keepsRunning && lifecycle.preStop ? [{ command: harmless(lifecycle.preStop) }] : undefined,
    pid: pod.shares.processesWithHost ? 'host' : holder,
    ipc: pod.shares.ipcWithHost ? 'host' : undefined,
    sysctls: pod.sysctls,
    ...(network === undefined && {
      dns: pod.dns.servers,
      dns_search: pod.dns.searches,
      dns_opt: pod.dns.options,
    }),
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => (value && Object.keys(value).length !== 0) || value === true),
  );
}

/** A cluster ends a container whose hook fails; Compose would not, so a shell says that all is well. */
function harmless(command: readonly string[]): readonly string[] {
  const [shell = ''] = command;
  return /(^|\/)(sh|ash|dash|bash)$/.test(shell) ? [shell, '-c', '"$@" || true', shell, ...command] : command;
}
