import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../units/sha256';

export const scriptNames = ['prepare.sh', 'ready.sh', 'reconcile.js'] as const;

export type ScriptName = (typeof scriptNames)[number];

/** The scripts of a replica-set member by their names: the same in the cluster and on the laptop. */
export const mongoScripts: Readonly<Record<string, string>> = Object.fromEntries(
  scriptNames.map((name) => [name, readFileSync(join(__dirname, 'scripts', name), 'utf8')]),
);

/** Changes with the scripts: as an annotation of the pod it replaces the pod with them. */
export const scriptsChecksum: string = sha256(JSON.stringify(mongoScripts));
