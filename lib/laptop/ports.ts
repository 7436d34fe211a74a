import { connect, createServer } from 'node:net';
import type { TakenPort } from '../doctor/facts';
import type { PublishedPort } from './compose';
import type { AnyContainer } from './containers';
import { portVariables } from './port-variables';

/** Those that a container of another project holds, or a program of this machine. */
export async function takenPorts(
  root: string,
  ports: readonly PublishedPort[],
  project: string,
  containers: readonly AnyContainer[],
): Promise<readonly TakenPort[]> {
  const held = await Promise.all(ports.map((port) => holderOf(port, project, containers)));
  if (!held.some(Boolean)) return [];
  const variableOf = portVariables(root);
  return ports.flatMap(({ service, port, target }, index) => {
    const holder = held[index];
    return holder ? [{ service, port, variable: variableOf(service, target), by: holder.container }] : [];
  });
}

interface Holder {
  /** None where it is a program of this machine. */
  readonly container?: string;
}

async function holderOf(
  port: PublishedPort,
  project: string,
  containers: readonly AnyContainer[],
): Promise<Holder | undefined> {
  const holder = containers.find(({ ports }) => ports.some((other) => areOne(other, port)));
  if (holder) return holder.project === project ? undefined : { container: holder.name };
  return (await isBusy(port)) ? {} : undefined;
}

function areOne(one: { readonly host: string; readonly port: number }, other: PublishedPort): boolean {
  const everywhere = ['', '0.0.0.0', '::'];
  return (
    one.port === other.port &&
    (one.host === other.host || everywhere.includes(one.host) || everywhere.includes(other.host))
  );
}

/** Some systems let us listen beside one who listens everywhere: whoever answers there is somebody else, too. */
async function isBusy(port: PublishedPort): Promise<boolean> {
  return (await isListenedTo(port)) || (await answers(port));
}

function isListenedTo({ host, port }: PublishedPort): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => done(code === 'EADDRINUSE'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => done(false)));
  });
}

function answers({ host, port }: PublishedPort): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: host === '0.0.0.0' ? '127.0.0.1' : host, port, timeout: 500 });
    const end = (answered: boolean) => {
      socket.destroy();
      done(answered);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
