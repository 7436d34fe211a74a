import { k8s } from 'cdk8s-plus-28';
import { hardenedPod, type PodParts, scratch } from '../pods/hardened-pod';
import type { Identity } from '../pods/identity';
import type { PodProps } from '../pods/pod-props';
import { resourceRequirements } from '../pods/resources';
import type { SpreadSpec } from '../pods/spread';
import { bytes } from '../units/quantity';
import { type ScriptName, scriptNames, scriptsChecksum } from './script-files';

export const port = 27017;
export const portName = 'mongodb';
export const replicaSet = 'rs0';
export const appUser = 'app';

/** A member of a replica set: what its pod is made of. */
export interface Member {
  readonly identity: Identity;
  readonly image: string;
  readonly database: string;
  /** Of mongod; with a memory limit. */
  readonly resources: k8s.ResourceRequirements;
  readonly spread: SpreadSpec;
}

export function headlessDomain({ name, namespace }: Identity): string {
  return `${name}-headless.${namespace}.svc.cluster.local`;
}

export function secretName({ name }: Identity): string {
  return `${name}-secrets`;
}

/**
 * Three containers of one image. `prepare` copies the key file, since mongod refuses one that its group can read and
 * fsGroup makes every Secret's file such; `mongod` serves; `rs-config` initiates the set and makes the users, from
 * inside the pod, where MongoDB's localhost exception lets it. None needs the Kubernetes API.
 */
export function memberPod(member: Member, props: PodProps): k8s.PodTemplateSpec {
  const { identity } = member;
  const parts: PodParts = {
    identity,
    annotations: { 'checksum/scripts': scriptsChecksum, 'kubectl.kubernetes.io/default-container': 'mongod' },
    terminationGracePeriodSeconds: 120,
    spread: member.spread,
    initContainers: [prepare(member)],
    containers: [mongod(member), rsConfig(member)],
    volumes: [
      secretFiles('keyfile', identity, ['keyfile']),
      secretFiles('credentials', identity, ['root-password', 'app-password']),
      ...scriptNames.map((script) => scriptVolume(identity, script)),
      { name: 'members', configMap: { name: `${identity.name}-members` } },
      scratch('run', '1Mi', 'Memory'),
      scratch('tmp', '64Mi'),
      scratch('config-tmp', '64Mi'),
      scratch('configdb', '16Mi'),
    ],
  };
  return hardenedPod(parts, props);
}

function prepare({ image, identity }: Member): k8s.Container {
  return {
    name: 'prepare',
    image,
    command: ['bash', '/scripts/prepare.sh'],
    env: [{ name: 'HEADLESS_DOMAIN', value: headlessDomain(identity) }],
    resources: resources({ cpu: '10m', memory: '32Mi' }, { cpu: '100m', memory: '64Mi' }),
    volumeMounts: [
      { name: 'keyfile', mountPath: '/secret', readOnly: true },
      { name: 'run', mountPath: '/run/mongo' },
      scriptMount('prepare.sh'),
    ],
  };
}

function mongod({ image, resources, database }: Member): k8s.Container {
  const answers = { tcpSocket: { port: k8s.IntOrString.fromString(portName) } };
  return {
    name: 'mongod',
    image,
    args: [
      'mongod',
      `--replSet=${replicaSet}`,
      '--keyFile=/run/mongo/keyfile',
      '--bind_ip_all',
      `--port=${port}`,
      '--dbpath=/data/db',
      `--wiredTigerCacheSizeGB=${cacheGigabytes(String(resources.limits?.memory?.value))}`,
    ],
    // The last three are for the readiness probe.
    env: [
      { name: 'HOME', value: '/tmp' },
      { name: 'REPLICA_SET', value: replicaSet },
      { name: 'APP_DATABASE', value: database },
      { name: 'APP_USERNAME', value: appUser },
    ],
    ports: [{ name: portName, containerPort: port, protocol: 'TCP' }],
    // An hour: after a crash the journal is replayed before the port opens.
    startupProbe: { ...answers, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 720 },
    livenessProbe: { ...answers, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 6 },
    readinessProbe: {
      exec: { command: ['bash', '/scripts/ready.sh'] },
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 5,
    },
    resources,
    volumeMounts: [
      { name: 'data', mountPath: '/data/db' },
      { name: 'configdb', mountPath: '/data/configdb' },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'run', mountPath: '/run/mongo', readOnly: true },
      scriptMount('ready.sh'),
    ],
  };
}

function rsConfig({ image, identity, database }: Member): k8s.Container {
  return {
    name: 'rs-config',
    image,
    // Until mongosh has started, which takes a second or two, it would not hear that it is to stop.
    command: ['bash', '-c', "trap 'exit 0' TERM; mongosh --nodb --norc --quiet /scripts/reconcile.js & wait $!"],
    env: [
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'HEADLESS_DOMAIN', value: headlessDomain(identity) },
      { name: 'REPLICA_SET', value: replicaSet },
      { name: 'APP_DATABASE', value: database },
      { name: 'APP_USERNAME', value: appUser },
      // A mongosh before 2.4 logs every call below its home, megabytes a day, unless there is none.
      { name: 'HOME', value: '/nonexistent' },
    ],
    resources: resources({ cpu: '20m', memory: '160Mi' }, { cpu: '500m', memory: '320Mi' }),
    volumeMounts: [
      { name: 'credentials', mountPath: '/credentials', readOnly: true },
      { name: 'members', mountPath: '/config', readOnly: true },
      scriptMount('reconcile.js'),
      { name: 'config-tmp', mountPath: '/tmp' },
    ],
  };
}

/** Half of what is above 1 GiB, as MongoDB itself would take of a machine, and never less than it needs. */
export function cacheGigabytes(memoryLimit: string): string {
  const gibibytes = Number(bytes(memoryLimit)) / 2 ** 30;
  return Math.max(0.25, 0.5 * (gibibytes - 1)).toFixed(2);
}

function secretFiles(name: string, identity: Identity, keys: readonly string[]): k8s.Volume {
  const items = keys.map((key) => ({ key, path: key }));
  return { name, secret: { secretName: secretName(identity), items, defaultMode: 0o440 } };
}

/** Each container sees its own script alone. */
function scriptVolume(identity: Identity, script: ScriptName): k8s.Volume {
  const configMap = { name: `${identity.name}-scripts`, items: [{ key: script, path: script }], defaultMode: 0o444 };
  return { name: volumeOf(script), configMap };
}

function scriptMount(script: ScriptName): k8s.VolumeMount {
  return { name: volumeOf(script), mountPath: '/scripts', readOnly: true };
}

function volumeOf(script: ScriptName): string {
  return `script-${script.replace('.', '-')}`;
}

interface Amounts {
  readonly cpu: string;
  readonly memory: string;
}

/** Of disk as much as anybody needs who writes a log alone. */
function resources(request: Amounts, limit: Amounts): k8s.ResourceRequirements {
  return resourceRequirements({
    cpu: { request: request.cpu, limit: limit.cpu },
    memory: { request: request.memory, limit: limit.memory },
    ephemeralStorage: { request: '16Mi', limit: '64Mi' },
  });
}
