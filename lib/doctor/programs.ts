import type { Facts, ImageFacts, Service } from './facts';
import type { Finding } from './finding';
import { programsOf } from './shell-programs';

/** A program that a service needs its image to hold, and for what. */
export interface Need {
  readonly program: string;
  readonly use: string;
}

/** What a service is asked by, and what starts it where the manifest or we said so, rather than the image. */
export function needsOf({ healthcheck, entrypoint, mounts }: Service): readonly Need[] {
  const asked = programsOf(askedBy(healthcheck)).map((program) => ({ program, use: 'its health check' }));
  const started = programsOf(entrypoint).map((program) => ({ program, use: 'its start' }));
  return [...started, ...asked].filter(({ program }) => isLookedFor(program, mounts));
}

function askedBy([kind, ...command]: readonly string[]): readonly string[] {
  if (kind === 'CMD') return command;
  return kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...command] : [];
}

/** What is mounted is not in the image, and where a relative path leads only the container knows. */
function isLookedFor(program: string, mounts: readonly string[]): boolean {
  if (!program.includes('/')) return true;
  return program.startsWith('/') && !mounts.some((mount) => program === mount || program.startsWith(`${mount}/`));
}

/** Where an image may hold a program: its PATH, or the service's own. */
export function placesOf(
  program: string,
  { path }: Pick<Service, 'path'>,
  image: Pick<ImageFacts, 'path'>,
): readonly string[] {
  if (program.startsWith('/')) return [program];
  return (path ?? image.path)
    .split(':')
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => `${folder.replace(/\/$/, '')}/${program}`);
}

/** An image without them never becomes healthy, or does not start: nothing says why but the log of each attempt. */
export function programs({ services, images }: Pick<Facts, 'services' | 'images'>): readonly Finding[] {
  return services.flatMap((service) => {
    const image = images[service.image];
    if (!image?.here || image.complaint !== undefined) return [];
    const lacks = needsOf(service).filter(
      ({ program }) => !placesOf(program, service, image).some((place) => image.programs.includes(place)),
    );
    return lacks.map((need) => lacking(service, need));
  });
}

function lacking({ name, image }: Service, { program, use }: Need): Finding {
  const fixes =
    use === 'its health check'
      ? 'let local.healthCheck name a program that it holds, or `none`'
      : 'use an image that holds it';
  return {
    what: `${name} needs ${program} for ${use}, and ${image} does not hold it`,
    fix: `install it in the image, or ${fixes}.`,
  };
}
