import type { Facts, Service } from './facts';
import type { Finding } from './finding';

/** No fault: but nobody looked into them. */
export function absentImages({ services, images }: Pick<Facts, 'services' | 'images'>): readonly Finding[] {
  const names = [...new Set(services.map(({ image }) => image))].filter((image) => images[image]?.here === false);
  return names.map((image) =>
    absent(
      image,
      services.filter((service) => service.image === image),
    ),
  );
}

function absent(image: string, users: readonly Service[]): Finding {
  const [user] = users;
  const built = users.find((service) => service.built);
  const fix = built ? `docker compose build ${built.name}` : `docker compose pull ${user?.name ?? ''}`;
  return { what: `${image} is not on this laptop: whether it holds the programs it needs was not looked at`, fix };
}
