import type { Question } from '../question';

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
  question('the API takes two orders from outside and lists them', async ({ platform }) => {
    await platform.reach(async (url) => {
      for (const order of orders) expect((await post(`${url}/orders`, order)).status).toBe(201);
      expect(await listed(url)).toEqual(orders);
    });
  });
}

function post(url: string, order: Order): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(order) });
}

export async function listed(url: string): Promise<readonly Order[]> {
  const found = (await (await fetch(`${url}/orders`)).json()) as readonly Order[];
  return found.map(({ item, quantity }) => ({ item, quantity }));
}
