import type { Field } from '../../lib/manifests/field';
import { formsOf } from '../../lib/workloads/host-names';
import type { Volume } from '../../lib/workloads/volume';
import { mountedAt, type Subject, saidOf } from './subject';

/** How the two targets may differ in an aspect, and of which fields a difference must then speak. */
export interface Account {
  /** What it is about stands in the group. */
  readonly aspect: RegExp;
  readonly so: (found: Found) => boolean;
  readonly fields: (found: Found) => readonly Field[];
  /** Then a difference about a leaf below such a field is not enough. */
  readonly whole?: boolean;
}

/** An aspect in which the two differ; a value is undefined where the container has no such aspect. */
export interface Found {
  readonly compose: string | undefined;
  readonly kubernetes: string | undefined;
  readonly about: string;
  readonly subject: Subject;
}

/** Where one of the two has no such aspect. */
const absent = undefined;
const octal = /^[0-7]{3,4}$/;
const owner = /^\d+:\d+$/;
const size = /^(?:\d+|no limit)$/;

export const accounts: readonly Account[] = [
  { aspect: /^told: image$/, so: like(/./, /./), fields: ofContainer('image') },
  { aspect: /^told: restarts$/, so: like(/^never$/, /^on failure$/), fields: ofPod('restartPolicy') },
  { aspect: /^health: asks$/, so: like(/^nothing$/, /./), fields: ofContainer('readinessProbe') },
  { aspect: /^health: .+s$/, so: like(absent, /./), fields: ofContainer('readinessProbe') },
  { aspect: /^health: asks$/, so: like(/./, /^nothing$/), fields: otherProbes },
  { aspect: /^health: .+s$/, so: like(/./, absent), fields: otherProbes },
  { aspect: /^process: group$/, so: withoutUser, fields: groups },
  { aspect: /^process: groups$/, so: withFewer, fields: groups },
  { aspect: /^variable (.+)$/, so: like(/^/, /^/), fields: valuesNamed },
  { aspect: /^variable (.+)$/, so: like(absent, /^/), fields: valuesNamed },
  { aspect: /^mount (.+): kind$/, so: like(/^(?:memory|disk)$/, /^(?:memory|disk)$/), fields: scratchAt },
  // What is on disk has no size of its own.
  { aspect: /^mount (.+): size$/, so: like(absent, size), fields: scratchAt },
  { aspect: /^mount (.+): size$/, so: like(size, absent), fields: scratchAt },
  { aspect: /^mount (.+): mode$/, so: like(/^(?:2775|777)$/, /^[123]?777$/), fields: scratchAt },
  // Who owns a new claim is up to the storage: what the process may do with it is compared all the same.
  { aspect: /^mount (.+): mode$/, so: like(octal, octal), fields: claimAt },
  { aspect: /^mount (.+): owner$/, so: like(owner, owner), fields: claimAt },
  { aspect: /^file (.+): mode$/, so: like(/^(?:644|755)$/, octal), fields: modesAt },
  { aspect: /^file (.+): owner$/, so: like(owner, owner), fields: ofPod('securityContext', 'fsGroup') },
  { aspect: /^name (.+)$/, so: like(/\//, /^nobody$/), fields: doorsTo, whole: true },
  { aspect: /^name (.+)$/, so: like(/^nobody$/, /\//), fields: portsNamed },
];

function like(compose: RegExp | undefined, kubernetes: RegExp | undefined) {
  const is = (value: string | undefined, pattern: RegExp | undefined) =>
    pattern === undefined || value === undefined ? pattern === value : pattern.test(value);
  return (found: Found) => is(found.compose, compose) && is(found.kubernetes, kubernetes);
}

/** Docker takes a group only beside a user. */
function withoutUser({ subject: { unit } }: Found): boolean {
  return unit.container.security.user === undefined;
}

/** Docker has given some of the words, and no other. */
function withFewer({ compose = '', kubernetes = '' }: Found): boolean {
  const words = kubernetes.split(' ');
  return compose.split(' ').every((word) => words.includes(word));
}

function ofContainer(...keys: string[]) {
  return ({ subject: { unit } }: Found) => [unit.container.field.at(...keys)];
}

function ofPod(...keys: string[]) {
  return ({ subject: { unit } }: Found) => [unit.workload.pod.field.at(...keys)];
}

/** Where no probe asks whether it is ready, Compose asks another. */
function otherProbes(found: Found): readonly Field[] {
  if (found.subject.unit.container.probes.readiness) return [];
  return ['startupProbe', 'livenessProbe'].flatMap((probe) => ofContainer(probe)(found));
}

function groups(found: Found): readonly Field[] {
  return [ofContainer, ofPod].flatMap((of) => of('securityContext', 'runAsGroup')(found));
}

/** Of a variable that is twice in the list the later one counts. */
function valuesNamed({ subject: { unit }, about }: Found): readonly Field[] {
  const said = unit.container.field.at('env').items();
  return said.filter((variable) => variable.at('name').peek() === about).slice(-1);
}

function scratchAt(found: Found): readonly Field[] {
  return volumeAt(found, 'scratch');
}

function claimAt(found: Found): readonly Field[] {
  return volumeAt(found, 'claim');
}

function volumeAt({ subject, about }: Found, type: Volume['type']): readonly Field[] {
  const found = mountedAt(subject, about);
  return found?.volume.type === type ? saidOf(subject, found.volume) : [];
}

/** The mode of all files of a volume, or of some of them. */
function modesAt(found: Found): readonly Field[] {
  return volumeAt(found, 'files')
    .flatMap((field) => field.leaves())
    .filter(({ path }) => ['mode', 'defaultMode'].includes(String(path.at(-1))));
}

/** What should have closed the door: that the asker leaves, or that the one who answers is entered. */
function doorsTo({ compose, subject: { unit, reading } }: Found): readonly Field[] {
  const answers = reading.workloads.filter(({ namespace, name }) => compose === `${namespace}/${name}`);
  const { egressClosedBy, ingressClosedBy } = reading.connections;
  return [
    ...(egressClosedBy.get(unit.workload) ?? []),
    ...answers.flatMap((workload) => ingressClosedBy.get(workload) ?? []),
  ];
}

function portsNamed({ about, subject: { reading } }: Found): readonly Field[] {
  const hosts = reading.workloads.flatMap(({ answersTo }) => answersTo);
  return hosts.flatMap((host) =>
    host.ports
      .filter(({ port }) => formsOf(host).some((form) => `${form}:${port}` === about))
      .map(({ field }) => field),
  );
}
