import type { Because, Reason } from './reason';

const unchanged: Because = {
  reason: 'a guard against changes in the cluster: here the app alone writes the file',
  means: 'nothing',
};

const unasked: Because = { reason: 'no container here asks for it', means: 'nothing' };

export const reasonsOfConfigs: readonly Reason[] = [
  { kinds: ['ConfigMap', 'Secret'], fields: ['immutable'], ...unchanged },
  { kinds: ['ConfigMap'], fields: ['data', 'data/*', 'binaryData', 'binaryData/*'], ...unasked },
  { kinds: ['Secret'], fields: ['data', 'data/*', 'stringData', 'stringData/*'], ...unasked },
  {
    kinds: ['Secret'],
    fields: ['type'],
    reason: 'a check of what keys a Secret has, when it is made',
    means: 'nothing',
  },
];
