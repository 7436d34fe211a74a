import type { Reading } from '../workloads/read-manifests';
import type { Container, Workload } from '../workloads/workload';

/**
 * Values that are a Service's name and nothing else, of a workload that is not connected with it: no mistake where it
 * is but a word. What is plainly a host, such as that of a URL, is a difference that nobody has explained.
 */
export function hostRemarks({ workloads, connections }: Reading): readonly string[] {
  const connected = new Set(connections.pairs.map(({ client, server }) => `${client.construct} ${server.construct}`));
  const servers = serversByName(workloads);
  return workloads.flatMap((client) =>
    [...client.pod.initContainers, ...client.pod.containers].flatMap((container) =>
      wordsOf(container).flatMap(([name, word]) => {
        const server = servers.get(client.namespace)?.get(word);
        if (!server || server === client || aside.test(name)) return [];
        const isConnected = connected.has(`${client.construct} ${server.construct}`);
        const isOpen = connections.open.has(client) && connections.open.has(server);
        return isConnected || isOpen ? [] : [remark(client, name, word, server)];
      }),
    ),
  );
}

type Servers = Map<string, Workload>;

function serversByName(workloads: readonly Workload[]): ReadonlyMap<string, Servers> {
  const byNamespace = new Map<string, Servers>();
  for (const workload of workloads) {
    for (const { namespace, name } of workload.answersTo) {
      const servers = byNamespace.get(namespace) ?? new Map<string, Workload>();
      byNamespace.set(namespace, servers.set(name, workload));
    }
  }
  return byNamespace;
}

/** Variables that are hosts by their names are looked at elsewhere; some are words by theirs. */
const aside =
  /(?:hosts?|hostnames?|servers?|addr|address|addresses|endpoints?|brokers?|nodes|name|role|type|kind|engine|driver|component|service|namespace)$/i;

function wordsOf({ env }: Container): readonly (readonly [name: string, word: string])[] {
  return env.flatMap(({ name, value }) =>
    value.length === 1 && typeof value[0] === 'string' ? [[name, value[0]] as const] : [],
  );
}

function remark({ construct }: Workload, name: string, word: string, server: Workload): string {
  return `Host name: ${construct} has ${name}=${word}, which is a name of ${server.construct}, and nothing connects them: connectTo() does, if it calls it`;
}
