import { integer, listOf, oneOf } from '../../checks/check';
import { env } from '../../checks/env';
import { image } from '../../checks/image';
import { localOptions } from '../../checks/local-options';
import { egress } from '../../checks/peers';
import { podRules } from '../../checks/pod';
import type { Check, Finding } from '../../checks/problem';
import { optional, type Rules, required, shape } from '../../checks/props';
import { resources } from '../../checks/resources';
import { isText } from '../../checks/text';
import { fileRules } from '../file-props';
import { checkpointRules, checkpointTogether } from './checkpoint';
import { defaultResources } from './container';
import { failureTogether } from './failure';
import { podFailurePolicy } from './failure-rules';
import type { EtlProps } from './props';
import { shareTogether } from './share';

/** A number, or the word that leaves the field out. */
export function orNone(number: Check): Check {
  return (value) => (value === 'none' ? [] : number(value));
}

/** A year: longer than any run, and within what the API server counts. */
export const seconds = (least: number) => integer(least, 31_536_000, ', in seconds', 3600);

export const etlRules: Rules<EtlProps> = {
  ...podRules,
  ...fileRules,
  image: required(image, 'invalid:0'),
  env: optional(env),
  command: optional(listOf(isText)),
  resources: optional(resources(defaultResources)),
  checkpoint: optional(shape(checkpointRules)),
  backoffLimit: optional(integer(0, 1000, '', 3)),
  activeDeadlineSeconds: optional(orNone(seconds(1))),
  failJobExitCodes: optional(listOf(integer(1, 255, ', an exit code', 64))),
  podFailurePolicy: optional(podFailurePolicy),
  podReplacementPolicy: optional(oneOf('Failed', 'TerminatingOrFailed')),
  ttlSecondsAfterFinished: optional(orNone(seconds(0))),
  shards: optional(integer(1, 100_000, '', 4)),
  parallelism: optional(integer(1, 100_000, '', 4)),
  completions: optional(integer(1, 100_000, '', 4)),
  completionMode: optional(oneOf('NonIndexed', 'Indexed')),
  backoffLimitPerIndex: optional(orNone(integer(0, 1000, '', 2))),
  maxFailedIndexes: optional(integer(0, 100_000, '', 1)),
  egress: optional(egress),
  local: optional(shape(localOptions)),
};

/** What is right by itself and wrong beside something else. */
export function wrongTogether(props: EtlProps): readonly Finding[] {
  return [...failureTogether(props), ...shareTogether(props), ...checkpointTogether(props)];
}
