import type { Check, Finding } from '../checks/problem';
import { quoted } from '../checks/shown';

/** What a Secret must hold by its type: each of the keys, one of them, or more than an empty text. */
const musts: Readonly<Record<string, readonly [Held, ...keys: readonly string[]]>> = {
  'kubernetes.io/basic-auth': ['some', 'username', 'password'],
  'kubernetes.io/dockercfg': ['filled', '.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['filled', '.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['filled', 'ssh-privatekey'],
  'kubernetes.io/tls': ['every', 'tls.crt', 'tls.key'],
};

type Held = 'every' | 'some' | 'filled';

const account = 'kubernetes.io/service-account.name';

/** Of a Secret nothing but its type is shown. */
export const ofType: Check = (secret) => {
  const { type, data, stringData, metadata } = Object(secret);
  if (type === 'kubernetes.io/service-account-token')
    return Object(Object(metadata).annotations)[account] ? [] : [nobodys];
  const [held, ...keys] = Object.hasOwn(musts, String(type)) ? (musts[String(type)] ?? []) : [];
  if (!held || holds({ ...data, ...stringData }, held, keys)) return [];
  const all = keys.map((key) => quoted(key)).join(held === 'some' ? ' or ' : ' and ');
  return [
    { prop: 'data', wrong: `lacks what a Secret of the type ${type} holds`, expected: `${all}.`, fix: `add ${all}.` },
  ];
};

function holds(data: Readonly<Record<string, unknown>>, held: Held, keys: readonly string[]): boolean {
  if (held === 'filled') return keys.every((key) => data[key]);
  return keys[held]((key) => Object.hasOwn(data, key));
}

const nobodys: Finding = {
  prop: 'metadata/annotations',
  wrong: 'do not say whose token it is',
  expected: `${quoted(account)}.`,
  fix: `add ${quoted(account)}, with the name of a ServiceAccount.`,
};
