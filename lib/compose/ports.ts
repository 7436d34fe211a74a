import type { PublishedPort } from '../local/local-options';
import type { ContainerPort, Workload } from '../workloads/workload';
import type { Port } from './compose-file';

/** The ports of the laptop that lead to a pod, whose service is given: what a variable changes is named after it. */
export function portsOf(workload: Workload, service: string): readonly Port[] {
  const { publish } = workload.local;
  const [first, ...others] = portsIn(workload);
  const known = first ? [first, ...others] : others;
  const wanted = typeof publish === 'number' ? [{ port: first?.number ?? publish, hostPort: publish }] : publish;
  return (wanted ?? []).map(({ port, hostPort }) => {
    const declared = declaredPort(known, port);
    return {
      variable: variable(declared === first ? [service] : [service, nameOf(declared, port)]),
      published: hostPort,
      target: declared?.field.at('containerPort').number() ?? Number(port),
      ...(declared?.field.at('protocol').tryText() === 'UDP' && { protocol: 'udp' as const }),
    };
  });
}

/** Those of the first container come first. */
export function portsIn({ pod }: Workload): readonly ContainerPort[] {
  return [...pod.containers, ...pod.initContainers].flatMap(({ ports }) => ports);
}

export function declaredPort(ports: readonly ContainerPort[], port: PublishedPort['port']): ContainerPort | undefined {
  return ports.find(({ number, field }) => (typeof port === 'number' ? number : field.at('name').peek()) === port);
}

function nameOf(declared: ContainerPort | undefined, port: PublishedPort['port']): string {
  return String(declared?.field.at('name').peek() ?? port);
}

/** `API_PORT` of the service `api`, and `API_METRICS_PORT` of its port `metrics`. */
function variable(words: readonly string[]): string {
  return [...words, 'port']
    .join('_')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '_')
    .replace(/^(?=\d)/, '_');
}
