import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { carried } from '../../lib/equivalence/carried';
import type { CarriedApp } from '../../lib/equivalence/carried-app';
import { mapIn } from '../../lib/equivalence/compose-words';
import { mismatches } from '../../lib/equivalence/equivalence';
import { interpolatedValues } from '../../lib/equivalence/interpolated';
import { readCompose } from '../../lib/equivalence/read-compose';
import type { Key } from '../../lib/manifests/place';
import { inFolder } from '../synthesis';
import { apps } from './apps';
import { withLeafChanged, without } from './leaf-change';
import { projectIn, writtenInto } from './written-project';

/** What may be dropped or changed in a Compose file without anybody who reads it back noticing, and why. */
const exceptions: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/ name$/, 'what the project is called: nothing in it goes by that'],
  [/ services\/[^/]+\/labels(\/|$)/, 'a hash, by which `up` makes containers anew: it says nothing of what runs'],
  [/^dropped services\/[^/]+\/healthcheck\/retries$/, "three, which is Docker's own default"],
  [/^dropped services\/archive-seed\/healthcheck\/interval$/, "thirty seconds, which is Docker's own default"],
  [/^dropped services\/[^/]+\/healthcheck\/start_interval$/, "five seconds, which is Docker's own default"],
  [/^dropped services\/[^/]+\/pull_policy$/, "missing, which is Docker's own default"],
  [/^dropped services\/[^/]+\/depends_on\/[^/]+\/condition$/, "service_started, which is Compose's own default"],
  [/^dropped services\/[^/]+\/networks$/, 'the only service: the default network is as good as one of its own'],
  [/^(dropped|changed) networks\/[^/]+\/internal$/, 'its members are led out by networks of their own as well'],
];

const isException = (change: string) => exceptions.some(([pattern]) => pattern.test(change));

/** Claim: there is no part of the Compose file that could be lost or changed in silence. */
test.each([
  'dataPlatform',
  'cacheWithSidecar',
  'guardedShop',
  'hostileEnv',
  'laptopOptions',
  'nightlyReport',
  'severalPods',
  'webAndService',
])('%s: each part of its Compose file, dropped or changed, is found', (name) => {
  const unfound = inFolder((folder) => unfoundIn(folder, name));
  expect(unfound.filter((change) => !isException(change))).toEqual([]);
  for (const change of unfound) used.add(exceptions.findIndex(([pattern]) => pattern.test(change)));
  if (name === 'dataPlatform') expect(unfound).toHaveLength(16);
});

const used = new Set<number>();

test('each exception is needed', () => {
  expect(exceptions.filter((_, index) => !used.has(index)).map(([pattern]) => pattern)).toEqual([]);
});

function unfoundIn(folder: string, name: string): readonly string[] {
  const define = apps[name];
  if (!define) throw new Error(`no app ${name}`);
  const wanted = carried(writtenInto(folder, define).reading);
  const project = projectIn(folder);
  const file = structuredClone(parse(readFileSync(join(folder, 'compose.yaml'), 'utf8'), { merge: true }));
  const foundIn = (compose: CarriedApp) => mismatches(wanted, compose);
  const isFound = (changed: object) => {
    try {
      return foundIn(readCompose({ ...project, file: mapIn(interpolatedValues(changed)) })).length > 0;
    } catch {
      return true;
    }
  };
  // Were the two not the same to begin with, every change would seem to be found.
  expect(foundIn(readCompose(project))).toEqual([]);
  return placesIn(file).flatMap(({ path, value }) => {
    const changes: [string, object][] = [['dropped', without(file, path)]];
    if (typeof value !== 'object') changes.push(['changed', withLeafChanged(file, path)]);
    return changes.flatMap(([how, changed]) => (isFound(changed) ? [] : [`${how} ${path.join('/')}`]));
  });
}

interface Place {
  readonly path: readonly Key[];
  readonly value: unknown;
}

function placesIn(value: unknown, path: readonly Key[] = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [Key, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, entry]) => [
    { path: [...path, key], value: entry },
    ...placesIn(entry, [...path, key]),
  ]);
}
