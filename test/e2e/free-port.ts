import { createServer, type Server } from 'node:net';

export async function freePort(): Promise<number> {
  const server = await listening(0);
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

export function listening(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((listens) => server.listen(port, '127.0.0.1', () => listens(server)));
}
