import type { Feature } from '../doctor/facts';

/** Read from the file itself: a Compose that does not know them refuses it. */
export function featuresIn(composeFile: unknown): readonly Feature[] {
  const services: readonly Readable[] = Object.values(Object(Object(composeFile).services));
  const used = services.flatMap((service) => [
    ...(Object(service?.healthcheck).start_interval === undefined ? [] : (['start_interval'] as const)),
    ...mountsOf(service).flatMap(featureOf),
  ]);
  return [...new Set(used)];
}

type Readable = Readonly<Record<string, unknown>> | null;

function mountsOf(service: Readable): readonly unknown[] {
  return Array.isArray(service?.volumes) ? service.volumes : [];
}

function featureOf(mount: unknown): readonly Feature[] {
  const { type, volume } = Object(mount);
  if (type === 'image') return ['image mounts'];
  return type === 'volume' && Object(volume).subpath !== undefined ? ['subpath of a volume'] : [];
}
