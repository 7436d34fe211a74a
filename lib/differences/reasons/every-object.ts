import { type Because, type Reason, selection } from './reason';

const notes: Because = { reason: 'notes for programs of a cluster', means: 'nothing' };

export const reasonsOfEveryObject: readonly Reason[] = [
  { kinds: ['*', 'pod'], fields: ['metadata/labels/*'], ...selection },
  { kinds: ['*', 'pod'], fields: ['metadata/annotations/*'], ...notes },
];
