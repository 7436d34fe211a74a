import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../question';
import { run } from '../run';

export interface Order {
  readonly item: string;
  readonly quantity: number;
}

/** What the API is given once, and has to the end. */
export const orders: readonly Order[] = [
  { item: 'coffee', quantity: 2 },
  { item: 'tea', quantity: 3 },
];

export function askAboutOrders(question: Question): void {
  question('the API takes two orders from outside, one as the README says, and lists them', async ({ platform }) => {
    await platform.reach(async (url) => {
      const [first, second] = orders;
      const [add, list] = readmeCommands(url);
      expect(JSON.parse(await shell(add))).toEqual({ id: expect.any(String), ...first });
      expect((await post(`${url}/orders`, second)).status).toBe(201);
      expect(await listed(url)).toEqual(orders);
      expect(JSON.parse(await shell(list))).toMatchObject(orders);
    });
  });
}

/** The README's port is the laptop's own: here the platform is on a free one. */
function readmeCommands(url: string): readonly string[] {
  const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
  return [...readme.matchAll(/^\$ (curl .+)$/gm)].map(([, command = '']) =>
    command.replace('http://127.0.0.1:8000', url),
  );
}

async function shell(command = 'false'): Promise<string> {
  return (await run('sh', ['-c', command])).stdout;
}

function post(url: string, order?: Order): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(order) });
}

export async function listed(url: string): Promise<readonly Order[]> {
  const found = (await (await fetch(`${url}/orders`)).json()) as readonly Order[];
  return found.map(({ item, quantity }) => ({ item, quantity }));
}
