import { posix } from 'node:path';
import type { Check } from './problem';
import { type Fault, textCheck } from './text-check';

/** Faults of a path that every laptop is to understand, whatever its system. */
const pathFaults: readonly Fault[] = [
  {
    when: /^[a-z][a-z0-9+.-]*:\/\/|^git@|^github\.com\//i,
    wrong: 'is an address, and what lies there can change',
    fix: 'clone it into the project, and write the folder.',
  },
  { when: /^~/, wrong: 'starts with "~", which only a shell knows', fix: 'write a folder inside the project.' },
  { when: /^(?:\/|[A-Za-z]:)/, wrong: 'is a place of this machine', fix: 'write it relative to the project.' },
  {
    when: /\\/,
    wrong: 'holds a backslash, which is part of a name on most systems',
    becomes: (text) => text.replaceAll('\\', '/'),
  },
];

const leadsOut = (text: string) => /^\.\.(?:\/|$)/.test(posix.normalize(text));

/** A folder of the project. */
export const buildContext: Check = textCheck({
  expected: 'a folder inside the project, relative to it and with "/", such as ./services/api.',
  example: './services/api',
  faults: [
    ...pathFaults,
    {
      when: leadsOut,
      wrong: 'leads out of the project',
      fix: 'move the folder into the project, or run synth in the folder above.',
    },
  ],
});

/** A file of the build context. */
export const dockerfile: Check = textCheck({
  expected: 'a file inside the build context, relative to it and with "/", such as docker/Dockerfile.',
  example: 'Dockerfile',
  faults: [
    ...pathFaults,
    {
      when: leadsOut,
      wrong: 'leads out of the build context',
      fix: 'move the file into the context, or make a folder above both of them the context.',
    },
    {
      when: (text) => text.endsWith('/') || posix.normalize(text) === '.',
      wrong: 'is a folder',
      becomes: (text) => `${text.replace(/\/+$/, '')}/Dockerfile`,
    },
  ],
});

/** A file of the project that everybody may read who reads the manifests. */
export const projectFile: Check = textCheck({
  expected: 'a file inside the project, relative to it and with "/", such as ./config/logging.ini.',
  example: './config/logging.ini',
  faults: [
    ...pathFaults,
    { when: leadsOut, wrong: 'leads out of the project', fix: 'put the file into the project.' },
    {
      when: (text) => text.endsWith('/') || posix.normalize(text) === '.',
      wrong: 'is a folder',
      fix: 'write the path of a file.',
    },
    {
      when: /(?:^|\/)(?:\.env(?:\..*)?|\.npmrc|\.netrc|\.pgpass|kubeconfig|id_(?:rsa|ed25519|ecdsa)|[^/]*\.(?:pem|key|p12|pfx|jks))$/i,
      wrong: 'is a file of secrets by its name, and everybody who reads the manifests would know them',
      fix: 'keep it in a Secret, and mount it from there: secretFiles.',
    },
  ],
});
