import { approximated, type Difference } from '../differences/difference';
import { joined, plain, type Text } from '../workloads/text';
import type { EnvVar } from '../workloads/workload';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** Variables as the process sees them. Those that hold a secret go to a file that git never sees. */
export function environmentOf({ container, workload, service }: Unit): Fragment {
  const texts = container.env.map((variable) => ({ variable, text: plain(variable.value) }));
  const withSecret = texts.filter(({ text }) => text === undefined).map(({ variable }) => variable);
  const secret = withSecret.filter((variable) => !hasLines(variable));
  const path = `./.tandem/env/${service}.env`;
  return {
    service: {
      environment: Object.fromEntries(
        texts.flatMap(({ variable, text }) => (text === undefined ? [] : [[variable.name, text]])),
      ),
      env_file: secret.length > 0 ? [{ path, format: 'raw' }] : [],
    },
    assets: secret.length > 0 ? [{ path, content: joined(secret.flatMap(line)), executable: false }] : [],
    differences: [
      ...(workload.kind === 'StatefulSet' ? [] : container.env.flatMap(podName)),
      ...withSecret.filter(hasLines).map(severalLines),
    ],
  };
}

function line({ name, value }: EnvVar): Text {
  return [`${name}=`, ...value, '\n'];
}

function podName(variable: EnvVar): readonly Difference[] {
  const field = variable.field.at('valueFrom', 'fieldRef', 'fieldPath');
  return field.peek() === 'metadata.name'
    ? [
        approximated(
          field,
          "the name of the pod's owner: a pod of its kind has a name of its own each time",
          'what tells pods apart by their names sees one',
        ),
      ]
    : [];
}

/** Such a file has one line for each variable. */
function hasLines({ value }: EnvVar): boolean {
  return value.some((piece) => /[\r\n]/.test(typeof piece === 'string' ? piece : (piece.value ?? '')));
}

function severalLines({ field }: EnvVar): Difference {
  return { field, became: 'dropped', note: 'a variable that holds a secret cannot have several lines' };
}
