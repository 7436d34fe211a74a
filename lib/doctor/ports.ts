import type { Facts, TakenPort } from './facts';
import type { Finding } from './finding';

/** A published port must be free, or held by the project itself. */
export function ports({ taken }: Pick<Facts, 'taken'>): readonly Finding[] {
  return taken.map((port) => ({
    what: `port ${port.port}, which ${port.service} publishes, is in use${holder(port)}`,
    fix: fix(port),
  }));
}

function holder({ by }: TakenPort): string {
  return by ? ` by the container ${by}` : '';
}

function fix({ variable }: TakenPort): string {
  const other = variable ? `take another: a line \`${variable}=…\` in .env` : 'publish another';
  return `end what holds it, or ${other}.`;
}
