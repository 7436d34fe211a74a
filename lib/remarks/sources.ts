import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ComposeFile, Service } from '../compose/compose-file';

/**
 * What the Compose file builds from or mounts and is not there. No mistake of the definition: a pipeline may synthesize
 * without the sources. And `.tandem`, where a build would take its secrets into the image.
 */
export function sourceRemarks({ services }: ComposeFile, projectRoot: string): readonly string[] {
  const isThere = (path: string) => existsSync(resolve(projectRoot, path));
  const remarks = Object.values(services).flatMap((service) => [
    ...sourcesOf(service)
      .filter((path) => !isThere(path))
      .slice(0, 1)
      .map((path) => `Sources: ${path} is not there, and docker compose up needs it`),
    ...exposed(service, projectRoot),
  ]);
  return [...new Set(remarks)];
}

/** Folders before what is in them. */
function sourcesOf({ build, volumes = [] }: Service): readonly string[] {
  return [
    ...(build ? [contextOf(build), dockerfileOf(build)] : []),
    ...volumes.flatMap((volume) => (volume.type === 'bind' && !volume.bind.create_host_path ? [volume.source] : [])),
  ];
}

function contextOf(build: NonNullable<Service['build']>): string {
  return typeof build === 'string' ? build : build.context;
}

function dockerfileOf(build: NonNullable<Service['build']>): string {
  const { dockerfile = 'Dockerfile' } = typeof build === 'string' ? {} : build;
  return `${contextOf(build)}/${dockerfile}`;
}

function exposed({ build }: Service, projectRoot: string): readonly string[] {
  if (!build || contextOf(build) !== '.') return [];
  const ignored = [`${dockerfileOf(build)}.dockerignore`, '.dockerignore'].map((path) => join(projectRoot, path));
  const file = ignored.find((path) => existsSync(path));
  const lines = file === undefined ? [] : readFileSync(file, 'utf8').split(/\r?\n/);
  if (lines.some((line) => /^\s*(?:\*\*|(?:\*\*\/|\/)?(?:\.tandem(?:\/(?:\*\*)?)?|\.\*|\*))\s*$/.test(line))) return [];
  return ['Secrets: the build of the whole project can read .tandem: add it to .dockerignore'];
}
