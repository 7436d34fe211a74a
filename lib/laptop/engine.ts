import type { DockerFacts } from '../doctor/facts';
import { docker } from './docker';

export async function dockerFacts(): Promise<DockerFacts> {
  const [server, compose] = await Promise.all([
    docker(['version', '--format', '{{.Server.Version}}']),
    docker(['compose', 'version', '--short']),
  ]);
  if (server.code === undefined) return { installed: false };
  return {
    installed: true,
    ...(server.code === 0
      ? { engine: server.stdout.toString().trim() }
      : { complaint: server.stderr.split('\n').at(-1) }),
    ...(compose.code === 0 ? { compose: compose.stdout.toString().trim() } : {}),
  };
}
