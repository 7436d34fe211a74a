import type { Field } from '../manifests/field';
import { push } from '../units/push';
import { remembered } from '../units/remembered';
import { formsOf } from './host-names';
import type { Text } from './text';
import type { VolumeFile } from './volume';
import type { Container, Workload } from './workload';

/** A name of the cluster's DNS in an env value, an argument or a mounted file. */
export interface UsedName {
  readonly field: Field;
  readonly workload: Workload;
  readonly container: Container;
  readonly name: string;
  /** Those that answer to it in the cluster, asked from the user's namespace. */
  readonly answers: readonly Workload[];
}

/** Every host name that the workloads use and that is not plainly of the world outside. */
export function usedNames(workloads: readonly Workload[]): readonly UsedName[] {
  const answers = answersOf(workloads);
  const endings = endingsOf(workloads);
  const known = knownWords(workloads);
  const hosts = remembered(hostsIn);
  return workloads.flatMap((workload) =>
    [...workload.pod.initContainers, ...workload.pod.containers].flatMap((container) =>
      textsOf(container, workload).flatMap(({ field, text, called }) =>
        [...new Set([...hosts(text), ...bareHosts(text, called).filter((name) => known.has(name.split('.')[0]))])]
          .filter((name) => isOfCluster(name, endings))
          .map((name) => ({ field, workload, container, name, answers: answers(name, workload.namespace) })),
      ),
    ),
  );
}

/** The words that are names in this app: of Services, and of what Compose would know by its own name. */
function knownWords(workloads: readonly Workload[]): ReadonlySet<string | undefined> {
  const services = workloads.flatMap(({ answersTo }) => answersTo.map(({ name }) => name.split('.')[0]));
  return new Set([...services, ...workloads.map(({ name }) => name)]);
}

interface Place {
  readonly field: Field;
  readonly text: string;
  /** The variable's name. */
  readonly called?: string;
}

function textsOf(container: Container, { pod }: Workload): readonly Place[] {
  const words = (key: 'command' | 'args') =>
    (container[key] ?? []).map((text, index) => ({ field: container.field.at(key, index), text: shown(text) }));
  const mounted = pod.volumes.filter((volume) => container.mounts.some((mount) => mount.volume === volume.name));
  return [
    ...container.env.map(({ field, name, value }) => ({ field, text: shown(value), called: name })),
    ...words('command'),
    ...words('args'),
    ...mounted.flatMap((volume) =>
      volume.type === 'files' ? volume.files.map((file) => ({ field: file.field, text: contentOf(file) })) : [],
    ),
  ];
}

/** A secret holds no host: it stands as one letter. */
function shown(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : 'x')).join('');
}

function contentOf({ source }: VolumeFile): string {
  return source.from === 'config' && typeof source.content === 'string' ? source.content : '';
}

const authority = /\b[a-z][a-z0-9+.-]*:\/\/([^\s/?#"'`<>\\]+)/gi;
const serviceName = /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.svc(?:\.cluster\.local)?(?!\.?[\w-])/g;
const hostsAndPorts = /^[a-z][a-z0-9.-]*:\d{2,5}(?:,[a-z][a-z0-9.-]*:\d{2,5})*$/;
const hostName = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/** The hosts of URLs, of `host:port` lists, and whatever is plainly a Service's name. */
function hostsIn(text: string): readonly string[] {
  const authorities = [...text.matchAll(authority)].map(([, found = '']) => found.slice(found.lastIndexOf('@') + 1));
  const lists = hostsAndPorts.test(text) ? [...authorities, text] : authorities;
  const hosts = lists.flatMap((list) => list.split(',')).map((host) => host.replace(/:\d+$/, ''));
  return [...hosts.filter((host) => hostName.test(host)), ...[...text.matchAll(serviceName)].map(([name]) => name)];
}

const calledHost = /(?:^|[_.-])(?:hosts?|hostnames?|servers?|addr|address|addresses|endpoints?|brokers?|nodes)$/i;

/** Bare words, such as `db`, count where a variable or an option says that they are hosts: `DATABASE: app` does not. */
function bareHosts(text: string, called: string | undefined): readonly string[] {
  const [, option = '', word = ''] = /^--?([\w.-]+)=(.*)$/.exec(text) ?? [];
  const list = called !== undefined && calledHost.test(called) ? text : calledHost.test(option) ? word : '';
  return list.split(',').filter((name) => hostName.test(name));
}

function isOfCluster(name: string, endings: ReadonlySet<string>): boolean {
  if (name === 'localhost' || /^[\d.]+$/.test(name)) return false;
  const [, ...more] = name.split('.');
  return /\.svc(?:\.cluster\.local)?$/.test(name) || more.every((part) => endings.has(part));
}

/** What may follow a name of the cluster: a namespace, and before it a headless Service whose members have names. */
function endingsOf(workloads: readonly Workload[]): ReadonlySet<string> {
  const members = workloads.flatMap(({ answersTo }) => answersTo).filter(({ name }) => name.includes('.'));
  const services = members.map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
  return new Set([...workloads.map(({ namespace }) => namespace), ...services]);
}

/** As the cluster's DNS does: the short form means the asker's own namespace. */
function answersOf(workloads: readonly Workload[]): (name: string, namespace: string) => readonly Workload[] {
  const byForm = new Map<string, Workload[]>();
  for (const workload of workloads) {
    for (const host of workload.answersTo) {
      const [short = '', ...full] = formsOf(host);
      for (const form of [`${short} in ${host.namespace}`, ...full]) {
        push(byForm, form, workload);
      }
    }
  }
  return (name, namespace) => byForm.get(name) ?? byForm.get(`${name} in ${namespace}`) ?? [];
}
