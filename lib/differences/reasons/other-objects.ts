import { noApi, type Reason } from './reason';

export const reasonsOfOtherObjects: readonly Reason[] = [
  { kinds: ['ServiceAccount'], fields: ['automountServiceAccountToken'], ...noApi },
];
