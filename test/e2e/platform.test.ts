import { questionsAbout } from './question';
import { askAboutContainers } from './questions/containers';
import { askAboutDoors } from './questions/doors';
import { askAboutEnd } from './questions/end';
import { askAboutFiles } from './questions/files';
import { askAboutHostNames } from './questions/host-names';
import { askAboutOrders } from './questions/orders';
import { askAboutRestarts } from './questions/restarts';
import { askAboutRevenue } from './questions/revenue';
import { selected } from './selected';

// In this order: each question finds the platform as those before it left it.
describe.each(selected())('the example platform on %s', (target) => {
  const question = questionsAbout(target);
  askAboutOrders(question);
  askAboutRevenue(question);
  askAboutContainers(question);
  askAboutHostNames(question);
  askAboutDoors(question);
  askAboutRestarts(question);
  askAboutFiles(question);
  askAboutEnd(question);
});
