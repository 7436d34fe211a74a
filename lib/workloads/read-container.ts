import type { Field } from '../manifests/field';
import { readEnv } from './read-env';
import { readLifecycle } from './read-lifecycle';
import { readProbe } from './read-probe';
import { readResources } from './read-resources';
import { readRestart } from './read-restart';
import { readSecurity } from './read-security';
import type { Surroundings } from './surroundings';
import { expand, plain, references, type Variables } from './text';
import type { Mount } from './volume';
import type { Container } from './workload';

/** What a container needs to know of its pod to be read. */
export interface PodIdentity {
  readonly spec: Field;
  readonly metadata: Field;
  readonly namespace: string;
  /** The pod's name, where it is stable. */
  readonly name: string;
  /** Of its owner. */
  readonly kind: string;
  /** Where its owner says that its pods count themselves. */
  readonly indexed?: Field;
}

export function readContainer(field: Field, pod: PodIdentity, around: Surroundings): Container {
  const { env, missing } = readEnv(field, pod, around);
  const values = new Map(env.map((variable) => [variable.name, variable.value]));
  const texts = (place: Field) =>
    place.exists ? place.texts().map((text) => expand(text, (name) => values.get(name))) : undefined;
  return {
    field,
    name: field.at('name').text(),
    image: field.at('image').text(),
    pullPolicy: field.at('imagePullPolicy').tryText(),
    ...readRestart(field, pod),
    command: texts(field.at('command')),
    args: texts(field.at('args')),
    workingDir: field.at('workingDir').tryText(),
    stdin: field.at('stdin').tryBoolean() ?? false,
    tty: field.at('tty').tryBoolean() ?? false,
    lifecycle: readLifecycle(field.at('lifecycle')),
    env,
    missing,
    ports: field
      .at('ports')
      .items()
      .map((port) => ({ field: port, number: port.at('containerPort').unobserved().number() })),
    probes: {
      startup: readProbe(field, 'startupProbe'),
      readiness: readProbe(field, 'readinessProbe'),
      liveness: readProbe(field, 'livenessProbe'),
    },
    resources: readResources(field.at('resources'), pod.spec),
    security: readSecurity(field.at('securityContext'), pod.spec.at('securityContext')),
    mounts: field
      .at('volumeMounts')
      .items()
      .map((mount) => readMount(mount, (name) => values.get(name))),
  };
}

function readMount(field: Field, variables: Variables): Mount {
  return {
    field,
    volume: field.at('name').text(),
    path: field.at('mountPath').text(),
    subPath: field.at('subPath').tryText() ?? readSubPathExpr(field.at('subPathExpr'), variables),
    readOnly: field.at('readOnly').tryBoolean() ?? false,
  };
}

/** Undefined, and left unread, where it refers to what only a cluster knows. */
function readSubPathExpr(field: Field, variables: Variables): string | undefined {
  const text = String(field.peek() ?? '');
  const isKnown = references(text).every((name) => variables(name) !== undefined);
  const expanded = text && isKnown ? plain(expand(text, variables)) : undefined;
  if (expanded !== undefined) field.text();
  return expanded;
}
