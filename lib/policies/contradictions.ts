import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import { containersIn, isOurs, type PodSpec } from './pod-specs';

/** What is right by itself in the pod of a construct, and what no API server takes beside something else. */
export function contradictions({ manifest, spec }: PodSpec): readonly Problem[] {
  if (!isOurs(manifest)) return [];
  const faults = [
    ...sourcesOf(spec),
    ...containersIn(spec).flatMap((container) => [
      ...mountsOf(container),
      ...rightsOf(container),
      ...variablesOf(container),
      ...claimsOf(spec, container),
    ]),
    ...spec.at('initContainers').peekItems().flatMap(questionsOf),
    ...restartOf(manifest.kind, spec),
    ...portsTwice(spec),
  ];
  return faults.map((fault) => ({ construct: manifest.construct, ...fault }));
}

type Fault = Omit<Problem, 'construct'>;

function told(field: Field, wrong: string, expected: string, fix: string): Fault {
  return { prop: field.toString(), wrong, got: field.peek(), expected, fix };
}

function sourcesOf(spec: Field): readonly Fault[] {
  return spec
    .at('volumes')
    .peekItems()
    .filter((volume) => Object.keys(Object(volume.peek())).length > 2)
    .map((volume) => told(volume, 'has several sources', 'one source for a volume.', 'make two volumes of it.'));
}

function mountsOf(container: Field): readonly Fault[] {
  const mounts = container.at('volumeMounts').peekItems();
  const paths = mounts.map((mount) => mount.at('mountPath').peek());
  const privileged = container.at('securityContext', 'privileged').peek() === true;
  return mounts.flatMap((mount, index) => [
    ...(mount.at('subPath').peek() && mount.at('subPathExpr').peek()
      ? [told(mount.at('subPathExpr'), 'says what subPath says otherwise', 'one of the two.', 'leave one out.')]
      : []),
    ...(paths.indexOf(paths[index]) < index
      ? [told(mount.at('mountPath'), 'is there twice', 'one volume at each place.', 'change one of the two.')]
      : []),
    ...(mount.at('mountPropagation').peek() === 'Bidirectional' && !privileged
      ? [
          told(
            mount.at('mountPropagation'),
            'is for privileged containers alone',
            'None or HostToContainer.',
            'leave it out.',
          ),
        ]
      : []),
  ]);
}

/** The containers of a pod share its addresses: whoever asks for a port by its name gets one of the two. */
function portsTwice(spec: Field): readonly Fault[] {
  const ports = containersIn(spec).flatMap((container) => container.at('ports').peekItems());
  const numberOf = (port: Field) => `${port.at('containerPort').peek()}/${port.at('protocol').peek() ?? 'TCP'}`;
  const keysOf = (port: Field) => [port.at('name').peek() ?? numberOf(port), numberOf(port)];
  return ports.flatMap((port, index) => {
    const before = ports.slice(0, index).flatMap(keysOf);
    return keysOf(port).some((key) => before.includes(key))
      ? [told(port, 'is there twice in the pod', 'another name and number for each.', 'change one of the two.')]
      : [];
  });
}

function rightsOf(container: Field): readonly Fault[] {
  const context = container.at('securityContext');
  const escalation = context.at('allowPrivilegeEscalation');
  if (escalation.peek() !== false) return [];
  const added = context.at('capabilities', 'add').peek();
  const more =
    context.at('privileged').peek() === true || [added].flat().some((one) => /^(?:CAP_)?SYS_ADMIN$/.test(String(one)));
  return more
    ? [
        told(
          escalation,
          'is no, and the container has every right already',
          'true beside privileged and SYS_ADMIN.',
          'take these away.',
        ),
      ]
    : [];
}

function variablesOf(container: Field): readonly Fault[] {
  return container
    .at('env')
    .peekItems()
    .filter((variable) => variable.at('value').peek() && variable.at('valueFrom').exists)
    .map((variable) => told(variable.at('valueFrom'), 'stands beside a value', 'one of the two.', 'leave one out.'));
}

function claimsOf(spec: Field, container: Field): readonly Fault[] {
  const names = spec
    .at('resourceClaims')
    .peekItems()
    .map((claim) => claim.at('name').peek());
  return container
    .at('resources', 'claims')
    .peekItems()
    .map((claim) => claim.at('name'))
    .filter((name) => !names.includes(name.peek()))
    .map((name) => told(name, 'is no claim of the pod', 'a name of resourceClaims.', 'add it there.'));
}

/** What nobody asks of a container that runs to its end. */
function questionsOf(container: Field): readonly Fault[] {
  if (container.at('restartPolicy').peek() === 'Always') return [];
  return ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle']
    .map((key) => container.at(key))
    .filter(({ exists }) => exists)
    .map((field) =>
      told(
        field,
        'is for containers that keep running',
        'none in an init container.',
        "write restartPolicy: 'Always' too.",
      ),
    );
}

const restarts: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['Always'],
  StatefulSet: ['Always'],
  Job: ['Never', 'OnFailure'],
  CronJob: ['Never', 'OnFailure'],
};

function restartOf(kind: string, spec: Field): readonly Fault[] {
  const policy = spec.at('restartPolicy');
  const hasFailurePolicy = spec.around.around.at('podFailurePolicy').exists;
  const may = hasFailurePolicy ? ['Never'] : restarts[kind];
  if (!policy.exists || !may || may.includes(String(policy.peek()))) return [];
  const because = hasFailurePolicy ? ' with a podFailurePolicy' : '';
  return [told(policy, `is none that a ${kind} may have${because}`, `${may.join(' or ')}.`, 'leave it out.')];
}
