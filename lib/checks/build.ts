import type { Build } from '../local/local-options';
import { isMap, mapOf } from './check';
import { isPlainObject } from './plain-object';
import type { Check, Finding } from './problem';
import { buildContext, dockerfile } from './project-path';
import { optional, type Rules, required, shape } from './props';
import { isSecretName } from './secret-text';
import { isText } from './text';
import { holding, textCheck } from './text-check';

/** From what an image is built: a folder, or more than that. */
export const build: Check = (value) => {
  if (isPlainObject(value)) return shape(rules)(value);
  return typeof value === 'object' && value !== null ? isMap(value) : buildContext(value);
};

const argName: Check = textCheck({
  expected: 'letters, digits and "_", with no digit first.',
  example: 'VERSION',
  faults: [
    { ...holding(/\W/u), becomes: (text) => text.replace(/\W+/gu, '_') },
    { when: /^\d/, wrong: 'starts with a digit', becomes: (text) => `_${text}` },
  ],
});

const secretArg: Finding = {
  prop: '',
  wrong: 'is a secret by its name, and everybody who has the image could read it',
  expected: 'a value that is no secret.',
  fix: 'leave it out, and mount it in the Dockerfile: RUN --mount=type=secret.',
};

const rules: Rules<Build> = {
  context: required(buildContext, '.'),
  dockerfile: optional(dockerfile),
  target: optional(
    textCheck({
      expected: 'the name of a stage, as after AS in the Dockerfile.',
      example: 'dev',
      faults: [
        { ...holding(/[^\w.-]/u), becomes: (text) => text.replace(/[^\w.-]+/gu, '-') },
        { when: /^[^A-Za-z0-9]/, wrong: 'does not start with a letter or a digit', fix: 'write its name.' },
      ],
    }),
  ),
  args: optional(mapOf(argName, (value, name) => (isSecretName(name) ? [secretArg] : isText(value)))),
};
