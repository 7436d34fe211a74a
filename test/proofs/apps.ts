import { dataPlatform } from '../../apps/data-platform';
import { type Definition, zoo } from '../zoo/zoo';

/** What the proofs are held against: the example, and apps as strangers write them. */
export const apps: Readonly<Record<string, Definition>> = { dataPlatform: (app) => dataPlatform(app), ...zoo };
