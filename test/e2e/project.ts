import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Egress, TandemApp } from 'cdk8s-tandem';
import { dataPlatform } from '../../apps/data-platform';
import { synthesize } from '../../lib/app';
import { written } from '../synthesis';
import type { PriceSource } from './price-source';

/** A folder as a user has it after `npm run synth`. */
export interface Project {
  readonly folder: string;
  /** What synth printed: it holds the very commands that the tests run. */
  readonly summary: string;
  /** The images that are built from the project's own sources. */
  readonly ownImages: readonly string[];
  /** The names of all its containers. */
  readonly containers: readonly string[];
  /** `construct field` of each place where Compose is not as the manifests say. */
  readonly differences: readonly string[];
  remove(): void;
}

const services = 'apps/services';

export function newProject(prices: PriceSource): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tandem-e2e-')));
  cpSync(join(__dirname, '../..', services), join(folder, services), { recursive: true });
  return {
    folder,
    summary: synth(folder, prices),
    ...readings(prices),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** From within the folder, as users do: the paths of the summary are relative to it. */
export function synth(folder: string, prices: PriceSource): string {
  const home = process.cwd();
  process.chdir(folder);
  try {
    return written(folder, (app) => define(app, prices));
  } finally {
    process.chdir(home);
  }
}

function define(app: TandemApp, { host, port, url }: PriceSource): void {
  dataPlatform(app, 'prod', { url, egress: Egress.cidr(`${host}/32`, port) });
}

function readings(prices: PriceSource): Pick<Project, 'ownImages' | 'containers' | 'differences'> {
  const app = new TandemApp();
  define(app, prices);
  const { reading, differences } = synthesize(app, {});
  const pods = reading.workloads.map(({ pod, local }) => ({ local, all: [...pod.initContainers, ...pod.containers] }));
  return {
    ownImages: pods.flatMap(({ local, all }) => (local.build ? all.map(({ image }) => image) : [])),
    containers: pods.flatMap(({ all }) => all.map(({ name }) => name)),
    differences: differences.flatMap(({ construct, fields }) => fields.map((field) => `${construct} ${field}`)),
  };
}

/** The command that the summary prints, as it stands there. */
export function printed(summary: string, command: RegExp): string {
  const [, found] = command.exec(summary) ?? [];
  if (!found) throw new Error(`the summary prints no ${command}:\n${summary}`);
  return found;
}
