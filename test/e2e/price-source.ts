import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

/** What the platform does not make and the ETL needs: an HTTP server that says what each item costs. */
export interface PriceSource {
  readonly host: string;
  readonly port: number;
  readonly url: string;
  close(): void;
}

const prices = { coffee: 3.5, tea: 2.25, milk: 1 };

/** On an address of this machine that containers and pods can reach too, so not on loopback. */
export async function priceSource(): Promise<PriceSource> {
  const host = (await addressTowardsTheWorld()) ?? anyAddress();
  const server = createServer((_, response) => response.end(JSON.stringify(prices)));
  await once(server.listen(0, host), 'listening');
  const { port } = server.address() as AddressInfo;
  return { host, port, url: `http://${host}:${port}/latest.json`, close: () => server.close() };
}

/** That of the interface with the default route. A UDP socket finds it without a packet sent. */
async function addressTowardsTheWorld(): Promise<string | undefined> {
  const socket = createSocket('udp4');
  try {
    socket.connect(53, '198.51.100.1');
    await once(socket, 'connect');
    return socket.address().address;
  } catch {
    return undefined;
  } finally {
    socket.close();
  }
}

function anyAddress(): string {
  const found = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (!found) throw new Error('the price source needs an IPv4 address that is not loopback: this machine has none');
  return found.address;
}
