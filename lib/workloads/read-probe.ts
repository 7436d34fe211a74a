import type { Field } from '../manifests/field';
import type { Probe, Question } from './workload';

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
  const { exec, http, tcp } = { exec: probe.at('exec'), http: probe.at('httpGet'), tcp: probe.at('tcpSocket') };
  if (exec.exists) return { by: 'exec', command: exec.at('command').texts() };
  if (tcp.exists) return { by: 'tcp', port: portNumber(tcp.at('port'), container) };
  if (!http.exists) return { by: 'unknown' };
  return {
    by: 'http',
    scheme: http.at('scheme').tryText() === 'HTTPS' ? 'https' : 'http',
    port: portNumber(http.at('port'), container),
    path: http.at('path').tryText() ?? '/',
  };
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
