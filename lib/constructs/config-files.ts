import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { within } from '../checks/finding';
import type { Finding } from '../checks/problem';
import { secretIn } from '../checks/secret-text';
import { projectRootOf } from '../files/project-root';
import { readFileBelow } from '../files/read-file';
import { typedObject } from '../objects/typed-object';
import type { PodAddition } from '../pods/addition';
import { type Config, ConfigFile, configKeys } from '../pods/config';
import type { Identity } from '../pods/identity';
import { sha256 } from '../units/sha256';
import { record } from './accepted';

export interface ConfigFiles extends PodAddition {
  readonly configMap: k8s.KubeConfigMap;
}

/**
 * Files for a workload's container: a ConfigMap, each of whose keys is mounted at its very path, so that what the image
 * has beside it stays. Such a mount does not change while a pod lives; the hash of the content on the pod template rolls
 * the pods when it does.
 */
export function configFiles(construct: Construct, identity: Identity, config: Config): ConfigFiles {
  const paths = Object.keys(config).sort();
  const keys = configKeys(paths);
  const read = () => paths.map((path, index) => fileOf(construct, config, path, keys[index] ?? ''));
  record(construct, () => misfits(read()).map((finding) => ({ construct: construct.node.path, ...finding })));
  const name = `${identity.name}-config`;
  return {
    configMap: typedObject(k8s.KubeConfigMap, construct, 'config', {
      metadata: { ...identity.metadata, name },
      data: Lazy.any({ produce: () => contents(read(), true) }),
      binaryData: Lazy.any({ produce: () => contents(read(), false) }),
    }),
    annotations: { 'checksum/config': Lazy.any({ produce: () => hashOf(read()) }) },
    volumes: [{ name: 'config', configMap: { name } }],
    volumeMounts: paths.map((mountPath, index) => ({
      name: 'config',
      mountPath,
      subPath: keys[index],
      readOnly: true,
    })),
  };
}

interface File {
  readonly path: string;
  readonly key: string;
  readonly bytes: Buffer;
  readonly findings: readonly Finding[];
}

const most = 1024 * 1024;

function fileOf({ node }: Construct, config: Config, path: string, key: string): File {
  const content = config[path];
  if (!(content instanceof ConfigFile)) return { path, key, bytes: Buffer.from(content ?? ''), findings: [] };
  const read = readFileBelow(projectRootOf(node.root), content.path, most);
  if ('bytes' in read) return { path, key, bytes: read.bytes, findings: [] };
  const expected = 'a file of the project, of at most 1 MiB.';
  return { path, key, bytes: Buffer.alloc(0), findings: [{ prop: '', got: content.path, expected, ...read }] };
}

/** What shows only when the files are read. */
function misfits(files: readonly File[]): readonly Finding[] {
  const each = files.flatMap(({ path, bytes, findings }) => within(path, [...findings, ...secretsOf(bytes)]));
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const whole: readonly Finding[] = [
    {
      prop: '',
      wrong: `has ${total} bytes in all`,
      expected: 'at most 1 MiB, which is what a ConfigMap may hold.',
      fix: 'put large files into the image, or onto a volume.',
    },
  ];
  return within('config', [...each, ...(total > most ? whole : [])]);
}

function secretsOf(bytes: Buffer): readonly Finding[] {
  const kind = secretIn(bytes.toString('utf8'));
  if (kind === undefined) return [];
  return [
    {
      prop: '',
      wrong: `holds ${kind}, and everybody who reads the manifests would know it`,
      expected: 'a file without secrets.',
      fix: 'mount it from a Secret: secretFiles.',
    },
  ];
}

/** What is text stands as text in the manifest, so that a change can be read. */
function contents(files: readonly File[], texts: boolean): Readonly<Record<string, string>> | undefined {
  const fitting = files.filter(({ bytes }) => isText(bytes) === texts);
  if (fitting.length === 0) return undefined;
  const encoding = texts ? 'utf8' : 'base64';
  return Object.fromEntries(fitting.map(({ key, bytes }) => [key, bytes.toString(encoding)]));
}

function isText(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8')).equals(bytes);
}

function hashOf(files: readonly File[]): string {
  const content = files.map(({ path, bytes }) => [path, bytes.toString('base64')]);
  return sha256(JSON.stringify(content));
}
