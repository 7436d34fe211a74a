import type { Service, Volume } from '../doctor/facts';
import { docker } from './docker';

/** Those of the services that there are. */
export async function volumesOf(services: readonly Service[]): Promise<readonly Volume[]> {
  const names = [...new Set(services.flatMap(({ volumes }) => volumes))];
  // Asked for one by one: of several, one that is not there spoils the answer.
  const answers = await Promise.all(
    names.map((name) => docker(['volume', 'inspect', '--format', '{{.CreatedAt}}', name])),
  );
  return names.flatMap((name, index) => {
    const created = Date.parse(answers[index]?.stdout.toString().trim() ?? '');
    return Number.isNaN(created) ? [] : [{ name, created }];
  });
}
