import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../lib/mongo/scripts/ready.sh');

type Value = boolean | string | readonly string[];
type Reply = Readonly<Record<string, Value>>;

// The few BSON types of a hello reply.
function bson(fields: Reply): Buffer {
  const elements = Object.entries(fields).map(([name, value]) => element(name, value));
  const body = Buffer.concat([...elements, Buffer.of(0)]);
  return Buffer.concat([int32(body.length + 4), body]);
}

function element(name: string, value: Value): Buffer {
  const key = Buffer.from(`${name}\0`);
  if (typeof value === 'boolean') return Buffer.concat([Buffer.of(8), key, Buffer.of(value ? 1 : 0)]);
  if (typeof value !== 'string') return Buffer.concat([Buffer.of(4), key, bson(Object.fromEntries(value.entries()))]);
  const text = Buffer.from(`${value}\0`);
  return Buffer.concat([Buffer.of(2), key, int32(text.length), text]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function message(fields: Reply): Buffer {
  const document = bson(fields);
  const header = [document.length + 21, 1, 1, 2013, 0].map(int32);
  return Buffer.concat([...header, Buffer.of(0), document]);
}

let server: Server | undefined;
let folder: string;
let requests: Buffer[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ready-'));
  requests = [];
});

afterEach(() => {
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

async function listen(answer: (socket: Socket) => void): Promise<number> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (request) => {
      requests.push(request);
      answer(socket);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function probe(port: number, env: Readonly<Record<string, string>> = {}) {
  const own = { PATH: process.env.PATH, TMPDIR: folder, REPLICA_SET: 'rs0', MONGO_PORT: String(port) };
  const child = spawn('bash', [SCRIPT], { env: { ...own, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

const replies = (fields: Reply) => listen((socket) => socket.write(message(fields)));

const PRIMARY = { isWritablePrimary: true, secondary: false, setName: 'rs0', hosts: ['mongo-0:27017'] };
const SECONDARY = { isWritablePrimary: false, secondary: true, setName: 'rs0' };

describe('ready', () => {
  it.each([
    ['the primary of the set', PRIMARY],
    ['a secondary of the set', SECONDARY],
  ])('says yes to %s', async (_, reply) => {
    expect(await probe(await replies(reply))).toEqual({ code: 0, said: '' });
  });

  it.each([
    ['the primary of another set', { ...PRIMARY, setName: 'other' }, 'not a member of rs0'],
    ['a set whose name begins with the wanted one', { ...PRIMARY, setName: 'rs01' }, 'not a member of rs0'],
    ['a set whose name ends with the wanted one', { ...PRIMARY, setName: 'ars0' }, 'not a member of rs0'],
    [
      'another set that mentions the name elsewhere',
      { ...PRIMARY, setName: 'other', me: 'rs0' },
      'not a member of rs0',
    ],
    ['a server without a set', { isWritablePrimary: true, secondary: false }, 'not a member of rs0'],
    ['a member in STARTUP2', { ...SECONDARY, secondary: false, info: 'secondary' }, 'neither PRIMARY nor SECONDARY'],
  ])('says no to %s', async (_, reply, why) => {
    expect(await probe(await replies(reply))).toEqual({ code: 1, said: `not ready: ${why}\n` });
  });

  it('says no when the port is closed', async () => {
    const port = await replies(PRIMARY);
    server?.close();
    expect(await probe(port)).toEqual({ code: 1, said: `not ready: nothing listens on port ${port}\n` });
  });

  it('says no within three seconds when nobody replies', async () => {
    const started = Date.now();
    const port = await listen(() => undefined);
    expect(await probe(port)).toEqual({ code: 1, said: 'not ready: no reply to hello\n' });
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it('says no to something that is not mongod', async () => {
    const port = await listen((socket) => socket.end('HTTP/1.0 400 Bad Request\r\n\r\n'));
    expect((await probe(port)).code).toBe(1);
  });

  it('reads a reply that arrives in pieces', async () => {
    const bytes = message(PRIMARY);
    const port = await listen((socket) => {
      socket.setNoDelay();
      socket.write(bytes.subarray(0, 30));
      setTimeout(() => socket.write(bytes.subarray(30)), 200);
    });
    expect((await probe(port)).code).toBe(0);
  });

  it('finds a set name of nine characters, whose length is the byte of a newline', async () => {
    const port = await replies({ ...PRIMARY, setName: 'orders-rs' });
    expect((await probe(port, { REPLICA_SET: 'orders-rs' })).code).toBe(0);
  });

  it('takes the set name literally', async () => {
    expect((await probe(await replies(PRIMARY), { REPLICA_SET: 'rs?' })).code).toBe(1);
  });

  it('asks one hello and nothing else', async () => {
    await probe(await replies(PRIMARY));
    expect(requests.map((request) => request.toString('latin1'))).toEqual([
      '\x34\0\0\0\x01\0\0\0\0\0\0\0\xdd\x07\0\0\0\0\0\0\0' +
        '\x1f\0\0\0\x10hello\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0',
    ]);
  });
});

describe("ready with the application's user", () => {
  const APP = { APP_DATABASE: 'orders', APP_USERNAME: 'app' };

  it('says no while that user is not created', async () => {
    expect(await probe(await replies(PRIMARY), APP)).toEqual({ code: 1, said: 'not ready: no user app yet\n' });
  });

  it('says yes once that user is known', async () => {
    const port = await replies({ ...PRIMARY, saslSupportedMechs: ['SCRAM-SHA-256'] });
    expect(await probe(port, APP)).toEqual({ code: 0, said: '' });
  });

  it('asks for the user in the same hello', async () => {
    await probe(await replies(PRIMARY), APP);
    expect(requests.map((request) => request.toString('latin1'))).toEqual([
      '\x57\0\0\0\x01\0\0\0\0\0\0\0\xdd\x07\0\0\0\0\0\0\0' +
        '\x42\0\0\0\x10hello\0\x01\0\0\0\x02saslSupportedMechs\0\x0b\0\0\0orders.app\0\x02$db\0\x06\0\0\0admin\0\0',
    ]);
  });

  it('does not ask again after a yes', async () => {
    await probe(await replies({ ...PRIMARY, saslSupportedMechs: ['SCRAM-SHA-256'] }), APP);
    server?.close();
    expect((await probe(await replies(PRIMARY), APP)).code).toBe(0);
    expect(requests.map((request) => request.length)).toEqual([87, 52]);
  });
});
