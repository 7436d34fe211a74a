import { createServer } from 'node:net';
import { containerOf } from '../../lib/laptop/containers';
import { takenPorts } from '../../lib/laptop/ports';

/** As `docker inspect` answers, less what nobody reads. */
const holder = (project: string | undefined, HostIp: string, HostPort: string) =>
  containerOf({
    Name: '/other-web-1',
    Created: '2026-01-01T00:00:00Z',
    RestartCount: 0,
    Config: { Labels: project ? { 'com.docker.compose.project': project, 'com.docker.compose.service': 'web' } : null },
    State: { Running: true, ExitCode: 0, StartedAt: '2026-01-01T00:00:00Z', Health: { Status: 'healthy', Log: [] } },
    NetworkSettings: { Ports: { '80/tcp': [{ HostIp, HostPort }], '443/tcp': null } },
  });

/** Calls with a port that is free but for what the test does to it. */
async function onPort<T>(use: (port: number, close: () => Promise<void>) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const close = () => new Promise<void>((closed) => void server.close(() => closed()));
  try {
    return await use(typeof address === 'object' ? (address?.port ?? 0) : 0, close);
  } finally {
    if (server.listening) await close();
  }
}

const published = (port: number) => [{ service: 'api', host: '127.0.0.1', port, target: 80 }];

const taken = (port: number, ...containers: ReturnType<typeof holder>[]) =>
  takenPorts(`${__dirname}/../..`, published(port), 'mine', containers);

test('a port that a program listens on is taken, and free when it ends', async () => {
  await onPort(async (port, close) => {
    expect(await taken(port)).toEqual([{ service: 'api', port }]);
    await close();
    expect(await taken(port)).toEqual([]);
  });
});

test("a container's port is taken where another project holds it, on whatever address", async () => {
  await onPort(async (port, close) => {
    await close();
    for (const address of ['0.0.0.0', '127.0.0.1', '::'])
      expect(await taken(port, holder('other', address, String(port)))).toEqual([
        { service: 'api', port, by: 'other-web-1' },
      ]);
    expect(await taken(port, holder(undefined, '0.0.0.0', String(port)))).toHaveLength(1);
    expect(await taken(port, holder('other', '10.0.0.1', String(port)))).toEqual([]);
    expect(await taken(port, holder('other', '0.0.0.0', '1'))).toEqual([]);
  });
});

test("the project's own container holds its port by right", async () => {
  await onPort(async (port) => {
    expect(await taken(port, holder('mine', '127.0.0.1', String(port)))).toEqual([]);
  });
});
