import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { TandemApp } from 'cdk8s-tandem';
import { synthesize } from '../../lib/app';
import { namesOf } from '../../lib/compose/names';
import { type Unit, unitsOf } from '../../lib/compose/unit';
import type { Output } from '../../lib/output';
import { written } from '../synthesis';

/** What is run on both targets, to be compared. */
export interface Definition {
  readonly title: string;
  readonly define: (app: TandemApp) => void;
  /** A folder of the repository that its images are built from, and what its laptop mounts. */
  readonly sources?: string;
  /** Values that somebody has put into the laptop's secrets, by `name/key`. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** A definition as a user has it after `npm run synth`, in a folder of its own. */
export interface Synthesis extends Pick<Output, 'manifests' | 'reading' | 'differences' | 'rendered'> {
  readonly folder: string;
  /** The name of its Compose project. */
  readonly project: string;
  /** What synth printed. */
  readonly summary: string;
  readonly namespaces: readonly string[];
  readonly units: readonly Unit[];
  /** The images that are built from the definition's own sources. */
  readonly ownImages: readonly string[];
  remove(): void;
}

export function synthesisOf({ define, sources, secrets = {} }: Definition): Synthesis {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tandem-e2e-')));
  if (sources) cpSync(join(__dirname, '../..', sources), join(folder, sources), { recursive: true });
  for (const [name, value] of Object.entries(secrets)) putSecret(folder, name, value);
  const output = outputOf(define);
  const { manifests, reading, differences, rendered } = output;
  return {
    folder,
    project: basename(folder).toLowerCase(),
    summary: writtenFrom(folder, define),
    namespaces: [...new Set(reading.workloads.map(({ namespace }) => namespace))],
    units: unitsIn(output),
    ownImages: Object.values(rendered.file.services).flatMap(({ image, build }) => (build && image ? [image] : [])),
    manifests,
    reading,
    differences,
    rendered,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The same folder after another `npm run synth`. */
export function synthesizedAgain({ folder }: Synthesis, define: Definition['define']): void {
  writtenFrom(folder, define);
}

export function outputOf(define: Definition['define']): Output {
  const app = new TandemApp();
  define(app);
  return synthesize(app, {});
}

function putSecret(folder: string, name: string, value: string): void {
  const path = join(folder, '.tandem/secrets', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}

/** Each container of the definition with the service that runs it, less what only a laptop does. */
export function unitsIn({ reading: { workloads } }: Output): readonly Unit[] {
  const names = namesOf(workloads);
  const units = workloads.flatMap((workload) => unitsOf(workload, names.service(workload)));
  return units.filter(({ role }) => role !== 'clock' && role !== 'once');
}

/** From within the folder, as users do: the paths of the summary are relative to it. */
function writtenFrom(folder: string, define: Definition['define']): string {
  const home = process.cwd();
  process.chdir(folder);
  try {
    return written(folder, define);
  } finally {
    process.chdir(home);
  }
}
