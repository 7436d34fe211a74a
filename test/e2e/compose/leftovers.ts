import { run } from '../run';

const kinds = [
  ['ps', '--all', '--format={{.Names}}'],
  ['network', 'ls', '--format={{.Name}}'],
  ['volume', 'ls', '--format={{.Name}}'],
];

/** Whatever Docker has of a project. */
export async function leftovers(project: string): Promise<readonly string[]> {
  const lists = await Promise.all(kinds.map((list) => run('docker', [...list, ofProject(project)])));
  return lists.flatMap(({ stdout }) => stdout.split('\n')).filter(Boolean);
}

export function ofProject(project: string): string {
  return `--filter=label=com.docker.compose.project=${project}`;
}
