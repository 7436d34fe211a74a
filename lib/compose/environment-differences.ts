import { approximated, type Difference, dropped, leftOpen } from '../differences/difference';
import { plain, references, secretsIn } from '../workloads/text';
import type { Near } from '../workloads/volume';
import type { Container, EnvVar } from '../workloads/workload';
import type { Unit } from './unit';

/** Variables that are not as in a cluster; what nobody read of them has its reason in the tables. */
export function differencesOfEnvironment({ container }: Unit): readonly Difference[] {
  return [
    ...container.env.flatMap(({ field, near }) => (near ? [approximated(field, ...nearTo[near])] : [])),
    ...container.env.filter((variable) => !plainOrForFile(variable)).map(unwritable),
    ...container.missing.filter(({ because }) => because === 'no such key').map(({ field }) => noSuchKey(field)),
    ...literalReferences(container),
  ];
}

type Field = EnvVar['field'];

export const nearTo: Readonly<Record<Near, readonly [reason: string, means: string]>> = {
  'pod name': [
    "the name of the pod's owner: a pod of its kind has a name of its own each time",
    'what tells pods apart by their names sees one',
  ],
  'job name': [
    'the name of the CronJob: in a cluster each run has the name of a Job of its own',
    'all runs say the same name: docker compose run -e, with another value of the variable, tells one apart',
  ],
  'pod uid': [
    'made up from the names of the pod: a cluster gives each pod one of its own',
    'the uid stays the same from one run to the next',
  ],
  annotations: ['without those that a cluster adds', 'whoever looks for those does not find them'],
  'no such entry': ['empty: no manifest says it, though a cluster may add it', 'as in a cluster where nothing adds it'],
  'completion index': [
    'that of the first pod: docker compose run starts one',
    'a run does the part of index 0: docker compose run -e JOB_COMPLETION_INDEX=1 does the next',
  ],
  'relaxed name': [
    'there under its name, as from Kubernetes 1.34 on: before, a name did not begin with a digit',
    'an older cluster leaves it out',
  ],
};

function plainOrForFile(variable: EnvVar): boolean {
  return plain(variable.value) !== undefined || isForFile(variable);
}

/** Whether a variable with a secret can stand in a file of variables. */
export function isForFile({ name, value }: EnvVar): boolean {
  return /^[\w.-]+$/.test(name) && secretsIn(value).every((secret) => !(secret.value instanceof Uint8Array));
}

function unwritable({ field, name }: EnvVar): Difference {
  const note = /^[\w.-]+$/.test(name)
    ? 'a variable holds text, and the Secret has other bytes'
    : 'a variable that holds a secret is called by letters, digits, "_", "." and "-"';
  return leftOpen(field, note);
}

function noSuchKey(field: Field): Difference {
  return leftOpen(field, `the app makes the object, without the key ${field.peek()}`);
}

/** `$(NAME)` of a variable that is not there stays as it is written. */
function literalReferences(container: Container): readonly Difference[] {
  const known = new Set(container.env.map(({ name }) => name));
  const missing = new Set(container.missing.map(({ name }) => name).filter((name) => !known.has(name)));
  return textsOf(container.field).flatMap((field) => {
    const names = references(String(field.peek())).filter((name) => !known.has(name));
    const told = names.filter((name) => missing.has(name)).map((name) => unknownReference(field, name));
    return [...told, ...names.filter((name) => ofServiceLinks.test(name)).map((name) => serviceLink(field, name))];
  });
}

function textsOf(container: Field): readonly Field[] {
  return [
    ...container
      .at('env')
      .items()
      .map((variable) => variable.at('value')),
    ...container.at('command').items(),
    ...container.at('args').items(),
  ];
}

function unknownReference(field: Field, name: string): Difference {
  return approximated(
    field,
    `with $(${name}) as it is written: the variable ${name} is left out`,
    'what reads it finds the reference in place of its value',
  );
}

/** Names of the variables that Kubernetes makes of Services. */
const ofServiceLinks = /^[A-Z][A-Z0-9_]*_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?)$/;

function serviceLink(field: Field, name: string): Difference {
  return dropped(
    field,
    `$(${name}) stays as it is written: Compose gives no variables for other services`,
    "the reference leads nowhere: write the Service's own name instead",
  );
}
