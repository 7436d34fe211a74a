import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import { type Bare, mapAt, mapsAt } from './bare';
import { type Fault, told } from './fault';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';

/** What is right by itself in a pod, and what no API server takes beside something else. */
export function contradictions(pod: PodSpec): readonly Problem[] {
  const { manifest, spec, containers } = pod;
  const faults = [
    ...pod.volumes.flatMap(sourcesOf),
    ...containers.flatMap((container) => [
      ...mountsOf(container),
      ...rightsOf(container),
      ...variablesOf(container),
      ...claimsOf(spec, container),
    ]),
    ...pod.initContainers.flatMap(questionsOf),
    ...restartOf(pod, spec.field),
    // Of a stranger's, the API server takes it with a warning.
    ...(pod.isOurs ? portsTwice(containers) : []),
  ];
  return faults.map((fault) => ({ construct: manifest.construct, ...fault }));
}

const none: readonly Fault[] = [];

function sourcesOf({ said, field }: Part): readonly Fault[] {
  return Object.keys(said).length > 2
    ? [told(field, 'has several sources', 'one source for a volume.', 'make two volumes of it.')]
    : none;
}

function mountsOf({ said, field }: Part): readonly Fault[] {
  const mounts = mapsAt(said, 'volumeMounts');
  const paths = mounts.map(({ mountPath }) => mountPath);
  const isPrivileged = mapAt(said, 'securityContext').privileged === true;
  return mounts.flatMap(({ subPath, subPathExpr, mountPath, mountPropagation }, index) => {
    const at = (key: string) => field.at('volumeMounts', index, key);
    return [
      ...(subPath && subPathExpr
        ? [told(at('subPathExpr'), 'says what subPath says otherwise', 'one of the two.', 'leave one out.')]
        : none),
      ...(paths.indexOf(mountPath) < index
        ? [told(at('mountPath'), 'is there twice', 'one volume at each place.', 'change one of the two.')]
        : none),
      ...(mountPropagation === 'Bidirectional' && !isPrivileged
        ? [
            told(
              at('mountPropagation'),
              'is for privileged containers alone',
              'None or HostToContainer.',
              'leave it out.',
            ),
          ]
        : none),
    ];
  });
}

/** The containers of a pod share its addresses: whoever asks for a port by its name gets one of the two. */
function portsTwice(containers: readonly Part[]): readonly Fault[] {
  const taken = new Set<unknown>();
  return containers.flatMap(({ said, field }) =>
    mapsAt(said, 'ports').flatMap((port, index) => {
      const keys = keysOf(port);
      const isTwice = keys.some((key) => taken.has(key));
      for (const key of keys) taken.add(key);
      return isTwice
        ? [
            told(
              field.at('ports', index),
              'is there twice in the pod',
              'another name and number for each.',
              'change one of the two.',
            ),
          ]
        : none;
    }),
  );
}

function keysOf({ name, containerPort, protocol }: Bare): readonly unknown[] {
  const number = `${containerPort}/${protocol || 'TCP'}`;
  return [name || number, number];
}

function rightsOf({ said, field }: Part): readonly Fault[] {
  const context = mapAt(said, 'securityContext');
  if (context.allowPrivilegeEscalation !== false) return none;
  const added = [mapAt(context, 'capabilities').add].flat();
  // SYS_ADMIN is the same right to a node, but the API server looks for this word alone.
  const hasAll = context.privileged === true || added.includes('CAP_SYS_ADMIN');
  return hasAll
    ? [
        told(
          field.at('securityContext', 'allowPrivilegeEscalation'),
          'is no, and the container has every right already',
          'true beside privileged and CAP_SYS_ADMIN.',
          'take these away.',
        ),
      ]
    : none;
}

function variablesOf({ said, field }: Part): readonly Fault[] {
  return mapsAt(said, 'env').flatMap(({ value, valueFrom }, index) =>
    value && valueFrom != null
      ? [told(field.at('env', index, 'valueFrom'), 'stands beside a value', 'one of the two.', 'leave one out.')]
      : none,
  );
}

function claimsOf(spec: Part, { said, field }: Part): readonly Fault[] {
  const names = mapsAt(spec.said, 'resourceClaims').map(({ name }) => name);
  return mapsAt(mapAt(said, 'resources'), 'claims').flatMap(({ name }, index) =>
    names.includes(name)
      ? none
      : [
          told(
            field.at('resources', 'claims', index, 'name'),
            'is no claim of the pod',
            'a name of resourceClaims.',
            'add it there.',
          ),
        ],
  );
}

/** What nobody asks of a container that runs to its end. */
function questionsOf({ said, field }: Part): readonly Fault[] {
  if (said.restartPolicy === 'Always') return none;
  return ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle']
    .filter((key) => said[key] != null)
    .map((key) =>
      told(
        field.at(key),
        'is for containers that keep running',
        'none in an init container.',
        "write restartPolicy: 'Always' too.",
      ),
    );
}

const restarts: Readonly<Record<string, readonly string[]>> = {
  DaemonSet: ['Always'],
  Deployment: ['Always'],
  ReplicaSet: ['Always'],
  ReplicationController: ['Always'],
  StatefulSet: ['Always'],
  Job: ['Never', 'OnFailure'],
  CronJob: ['Never', 'OnFailure'],
};

const everyRestart = ['Always', 'OnFailure', 'Never'];

/** Empty text stands for Always. */
function restartOf({ manifest: { kind }, isOurs }: PodSpec, spec: Field): readonly Fault[] {
  const policy = spec.at('restartPolicy');
  const hasFailurePolicy = spec.around.around.at('podFailurePolicy').exists;
  const may = hasFailurePolicy ? ['Never'] : (restarts[kind] ?? everyRestart);
  if (may.includes(String(policy.peek() || 'Always'))) return none;
  const because = hasFailurePolicy ? ' with a podFailurePolicy' : '';
  const wrong = policy.exists
    ? `is none that a ${kind} may have${because}`
    : `is missing, and what stands for it is none that a ${kind} may have${because}`;
  const fix = isOurs || may.includes('Always') ? 'leave it out.' : `write ${may[0]}.`;
  return [told(policy, wrong, `${may.join(' or ')}.`, fix)];
}
