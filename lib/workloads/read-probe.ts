import { type Field, UnreadableField } from '../manifests/field';
import type { Header, Probe, Question } from './probe';
import { expand, plain } from './text';

export function readProbe(container: Field, name: string): Probe | undefined {
  const field = container.at(name);
  if (!field.exists) return undefined;
  const seconds = (key: string, otherwise: number) => field.at(key).tryNumber() ?? otherwise;
  return {
    field,
    asks: readQuestion(field, container),
    initialDelaySeconds: seconds('initialDelaySeconds', 0),
    periodSeconds: seconds('periodSeconds', 10),
    timeoutSeconds: seconds('timeoutSeconds', 1),
    failureThreshold: seconds('failureThreshold', 3),
  };
}

function readQuestion(probe: Field, container: Field): Question {
  const [asked] = Object.entries(questions).filter(([by]) => probe.at(by).exists);
  if (!asked) return { by: 'unknown' };
  const [by, read] = asked;
  return read(probe.at(by), container);
}

const questions: Readonly<Record<string, (handler: Field, container: Field) => Question>> = {
  exec: (exec, container) => ({ by: 'exec', command: words(exec.at('command'), container) }),
  tcpSocket: (tcp, container) => ({
    by: 'tcp',
    host: tcp.at('host').tryText(),
    port: knownPort(tcp.at('port'), container),
  }),
  grpc: (grpc) => ({ by: 'grpc', port: grpc.at('port').number(), service: grpc.at('service').tryText() }),
  httpGet: (http, container) => ({
    by: 'http',
    scheme: http.at('scheme').tryText() === 'HTTPS' ? 'https' : 'http',
    host: http.at('host').tryText(),
    port: knownPort(http.at('port'), container),
    path: http.at('path').tryText() ?? '/',
    headers: readHeaders(http.at('httpHeaders')),
  }),
};

/**
 * A kubelet knows less of a container's variables when it asks a probe than when it starts the container: the values
 * that stand beside their names, as they are written there. What comes from elsewhere is empty, and `envFrom` unknown.
 */
function words(command: Field, container: Field): readonly string[] {
  const variables = container.at('env').items();
  const values = new Map(variables.map((one) => [one.at('name').text(), one.at('value').tryText() ?? '']));
  const variable = (name: string) => (values.has(name) ? [values.get(name) ?? ''] : undefined);
  return command.texts().map((word) => plain(expand(word, variable)) ?? word);
}

/** One that is said several times is sent with all its values, which is the same to whoever reads it. */
function readHeaders(field: Field): readonly Header[] {
  const values = new Map<string, string[]>();
  for (const header of field.items()) {
    const name = header.at('name').text();
    values.set(name, [...(values.get(name) ?? []), header.at('value').tryText() ?? '']);
  }
  return [...values].map(([name, all]) => ({ name, value: all.join(', ') }));
}

function knownPort(field: Field, container: Field): number {
  const port = portNumber(field, container);
  if (Number.isNaN(port))
    throw new UnreadableField(field, `a number, or the name of a port of its container${namesIn(container)}`);
  return port;
}

function namesIn(container: Field): string {
  const names = container
    .at('ports')
    .peekItems()
    .map((port) => port.at('name').peek());
  const named = names.filter((name) => typeof name === 'string');
  return named.length > 0 ? `, such as ${named.join(' or ')}` : ', which names none';
}

/** A port by number, or by the name that the container gives it. */
export function portNumber(field: Field, container: Field): number {
  const port = field.tryScalar();
  if (typeof port === 'number') return port;
  const named = container
    .at('ports')
    .items()
    .find((candidate) => candidate.at('name').peek() === port);
  return named?.at('containerPort').number() ?? Number.NaN;
}
