import { eventually } from '../eventually';
import type { Question, Subject } from '../question';
import { listed, orders } from './orders';

export function askAboutRestarts(question: Question): void {
  question('after every container ended and started again the orders are still there', async (subject) => {
    await subject.platform.restart();
    await expectOrders(subject);
  });

  question('after every container was taken away and made anew the orders are still there', async (subject) => {
    await subject.platform.renew();
    await expectOrders(subject);
  });
}

async function expectOrders({ platform }: Subject): Promise<void> {
  await eventually(async () => expect(await platform.reach(listed)).toEqual(orders));
}
