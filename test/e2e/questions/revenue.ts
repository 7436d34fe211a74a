import type { Question } from '../question';

const revenue = [
  { item: 'coffee', quantity: 2, revenue: 7 },
  { item: 'tea', quantity: 3, revenue: 6.75 },
];

export function askAboutRevenue(question: Question): void {
  for (const time of ['the first time', 'the second time just the same']) {
    question(`the ETL, run by hand, prices the orders: ${time}`, async ({ platform }) => {
      expect(await platform.runJob()).toContain('loaded 2 items from 2 orders');
      const found = await platform.reach(async (url) => (await fetch(`${url}/revenue`)).json());
      expect(found).toEqual(revenue);
    });
  }
}
