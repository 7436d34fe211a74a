import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ClosedRegistry {
  readonly host: string;
  close(): void;
}

/** A registry that lets nobody in without a password. */
export async function closedRegistry(): Promise<ClosedRegistry> {
  const server: Server = createServer((_, response) => {
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="images"' }).end();
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, close: () => server.close() };
}
