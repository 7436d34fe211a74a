import type { Field } from '../manifests/field';
import { sha256 } from '../units/sha256';
import { memberLabels } from './members';
import type { PodIdentity } from './read-container';
import type { Near } from './volume';

/** What a pod says of itself, and why that may not be what it says in a cluster. */
export interface PodText {
  readonly text: string;
  readonly near?: Near;
}

/** The field of the pod that a `fieldPath` names; undefined, and left unread, where only a cluster knows it. */
export function readPodField(path: Field, pod: PodIdentity): PodText | undefined {
  const text = String(path.peek());
  const read = Object.hasOwn(known, text) ? known[text] : undefined;
  const found = read ? read(pod) : entryOf(text, pod);
  if (found) path.text();
  return found;
}

const known: Readonly<Record<string, (pod: PodIdentity) => PodText>> = {
  'metadata.name': ({ name, kind }) => ({ text: name, ...(!hasOwnName(kind) && { near: 'pod name' }) }),
  'metadata.namespace': ({ namespace }) => ({ text: namespace }),
  'metadata.uid': (pod) => ({ text: uidOf(pod), near: 'pod uid' }),
  'metadata.labels': ({ metadata }) => ({ text: lines(metadata.at('labels').textMap()) }),
  'metadata.annotations': ({ metadata }) => {
    return { text: lines(metadata.at('annotations').textMap()), near: 'annotations' };
  },
  'spec.serviceAccountName': ({ spec }) => {
    const account = spec.at('serviceAccountName').tryText() ?? spec.at('serviceAccount').tryText();
    return { text: account ?? 'default' };
  },
};

function hasOwnName(kind: string): boolean {
  return kind === 'StatefulSet' || kind === 'Pod';
}

/** One that the pod does not have is empty; those of a StatefulSet's pods that its controller gives them are known. */
function entryOf(path: string, pod: PodIdentity): PodText | undefined {
  const [, map, key = ''] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path) ?? [];
  if (!map) return undefined;
  if (pod.indexed && key === 'batch.kubernetes.io/job-completion-index') return { text: '0', near: 'completion index' };
  if (map === 'labels' && ofJobName.includes(key) && endsByItself(pod)) return jobName(pod);
  const given = pod.kind === 'StatefulSet' && map === 'labels' ? memberLabels(pod.name)[key] : undefined;
  const text = pod.metadata.at(map, key).tryText() ?? given;
  return text === undefined ? { text: '', near: 'no such entry' } : { text };
}

const ofJobName = ['batch.kubernetes.io/job-name', 'job-name'];

function endsByItself({ kind }: PodIdentity): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

/** A CronJob's runs are Jobs with names of their own. */
function jobName({ kind, name }: PodIdentity): PodText {
  return { text: name, ...(kind === 'CronJob' && { near: 'job name' }) };
}

/** The same on every laptop, and another for each pod. */
function uidOf({ namespace, kind, name }: PodIdentity): string {
  const hash = sha256(`${namespace}/${kind}/${name}`);
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** As a kubelet writes labels to a file. */
function lines(map: Readonly<Record<string, string>>): string {
  const keys = Object.keys(map).sort();
  return keys.map((key) => `${key}=${quoted(map[key] ?? '')}`).join('\n');
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** As Go quotes text; what it would not print it writes as a number. */
function quoted(text: string): string {
  const body = Array.from(
    text,
    (letter) => escapes[letter] ?? (/[\p{C}\p{Zl}\p{Zp}]/u.test(letter) ? numbered(letter) : letter),
  );
  return `"${body.join('')}"`;
}

function numbered(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
