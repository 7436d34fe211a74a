import { isReference } from '../connections/reference';
import { ConfigFile } from '../pods/config';
import { inTurn, mapOf } from './check';
import { secretPieces } from './env';
import { found, within } from './finding';
import { mountPath } from './path';
import type { Check, Finding } from './problem';
import { projectFile } from './project-path';
import { firstFault, secretFault, textCheck } from './text-check';

/** Where a container finds a file that a ConfigMap holds. */
const configPath: Check = inTurn(
  mountPath,
  textCheck({
    expected: 'the path of a file inside the container, such as /etc/api/settings.yaml.',
    example: '/etc/api/settings.yaml',
    faults: [
      { when: /\/$/, wrong: 'is a folder', fix: 'write the path of the file itself.' },
      {
        when: /^\/(?:proc|sys|dev)(?:\/|$)|^\/etc\/(?:hosts|hostname|resolv\.conf)$/,
        wrong: 'is a place that the container runtime fills itself',
        fix: 'write another path, such as "/etc/api/settings.yaml".',
      },
      {
        when: /^\/tmp(?:\/|$)/,
        wrong: 'is below /tmp, which is the process’ own to write',
        fix: 'write another path, such as "/etc/api/settings.yaml".',
      },
      {
        when: /^(?:\/var)?\/run\/secrets(?:\/|$)/,
        wrong: 'is a place of secrets',
        fix: 'mount it from a Secret: secretFiles.',
      },
    ],
  }),
);

const secretPath: Check = textCheck({
  expected: 'a path below /run/secrets, such as /run/secrets/api-key.',
  example: '/run/secrets/api-key',
  faults: [
    {
      when: /^[^/]*$/,
      wrong: 'does not start with "/run/secrets/"',
      becomes: (text) => `/run/secrets/${text}`,
    },
    {
      when: (text) => !text.startsWith('/run/secrets/'),
      wrong: 'is not below /run/secrets, and a folder of the image would be hidden',
      fix: (text) => `write "/run/secrets/${text.split('/').at(-1)?.slice(0, 60)}", and tell the process so.`,
    },
    {
      when: /\/\.\.?(?:\/|$)|\/\/|\/$|:|\/\.\.[^/]*$/,
      wrong: 'is no plain path of a file',
      fix: 'write one such as "/run/secrets/api-key".',
    },
  ],
});

/** Text that everybody may read, or a file of the project. */
function content(value: unknown): readonly Finding[] {
  if (value instanceof ConfigFile) return projectFile(value.path);
  if (typeof value === 'string') return firstFault(value, expected, [secretFault]);
  return found(value, 'is neither text nor a file', expected, "write text, or ConfigFile.fromPath('./settings.yaml').");
}

const expected = 'the text of the file, or a file of the project.';

/** Files of a container that a ConfigMap holds. */
export const config: Check = inTurn(mapOf(configPath, content), atLeastOne, apart);

/** Files of a container that Secrets hold. */
export const secretFiles: Check = inTurn(
  mapOf(secretPath, (value) => {
    // The value is not shown: it may be the very secret.
    if (!isReference(value)) {
      return [{ prop: '', wrong: 'is no reference', expected: oneKey, fix: "write existing('name', 'key')." }];
    }
    const [only, ...more] = value.pieces;
    if (typeof only !== 'object' || more.length > 0) {
      return [{ prop: '', wrong: 'is a text of which a secret is a part', expected: oneKey, fix: 'put it into env.' }];
    }
    return secretPieces(value);
  }),
  atLeastOne,
  apart,
);

const oneKey = 'a key of a Secret.';

function atLeastOne(value: unknown): readonly Finding[] {
  return Object.keys(value as object).length > 0 ? [] : found(value, 'is empty', 'at least one file.', 'leave it out.');
}

/** A file cannot lie in a file. */
function apart(value: unknown): readonly Finding[] {
  const paths = Object.keys(value as object);
  return paths.flatMap((path) => {
    const above = paths.find((other) => path.startsWith(`${other}/`));
    if (above === undefined) return [];
    return within(path, [
      {
        prop: '',
        wrong: `lies in ${above}, which is a file`,
        expected: 'files beside each other.',
        fix: 'write another path for one of the two.',
      },
    ]);
  });
}
