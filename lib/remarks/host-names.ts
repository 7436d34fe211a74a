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
        const server = servers.get(`${client.namespace}/${word}`);
        const isApart = server && server !== client && !connected.has(`${client.construct} ${server.construct}`);
        const isOpen = server && connections.open.has(client) && connections.open.has(server);
        return isApart && !isOpen ? [remark(client, name, word, server)] : [];
      }),
    ),
  );
}

function serversByName(workloads: readonly Workload[]): ReadonlyMap<string, Workload> {
  const named = workloads.flatMap((workload) =>
    workload.answersTo.map(({ namespace, name }) => [`${namespace}/${name}`, workload] as const),
  );
  return new Map(named);
}

/** Variables that are hosts by their names are looked at elsewhere; some are words by theirs. */
const aside =
  /(?:hosts?|hostnames?|servers?|addr|address|addresses|endpoints?|brokers?|nodes|name|role|type|kind|engine|driver|component|service|namespace)$/i;

function wordsOf({ env }: Container): readonly (readonly [name: string, word: string])[] {
  return env.flatMap(({ name, value: [word, ...more] }) =>
    typeof word === 'string' && more.length === 0 && !aside.test(name) ? [[name, word] as const] : [],
  );
}

function remark({ construct }: Workload, name: string, word: string, server: Workload): string {
  return `Host name: ${construct} has ${name}=${word}, which is a name of ${server.construct}, and nothing connects them: connectTo() does, if it calls it`;
}
