import type { Volume } from '../doctor/facts';
import { docker } from './docker';

/** Those that Compose made for the project. */
export async function volumesOf(project: string): Promise<readonly Volume[]> {
  const label = `label=com.docker.compose.project=${project}`;
  const listed = await docker(['volume', 'ls', '--filter', label, '--format', '{{.Name}}']);
  const names = listed.code === 0 ? listed.stdout.toString().split(/\s+/).filter(Boolean) : [];
  // Asked for one by one: of several, one that is gone by now spoils the answer.
  const answers = await Promise.all(
    names.map((name) => docker(['volume', 'inspect', '--format', '{{.CreatedAt}}', name])),
  );
  return names.flatMap((name, index) => {
    const created = Date.parse(answers[index]?.stdout.toString().trim() ?? '');
    return Number.isNaN(created) ? [] : [{ name, created }];
  });
}
