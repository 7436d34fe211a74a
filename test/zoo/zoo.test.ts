import { App } from 'cdk8s';
import { synthesize } from '../../lib/app';
import { zoo } from './zoo';

/** Services that a laptop has beside those of the containers. */
const ofTheLaptop = /-(volumes|schedule|seed)$/;

test.each(Object.entries(zoo))('%s synthesizes, and has a service for each of its containers', (_, define) => {
  const app = new App({ outdir: '/nonexistent' });
  define(app);
  const { reading, rendered } = synthesize(app, {});
  const containers = reading.workloads.flatMap(({ pod }) => [...pod.initContainers, ...pod.containers]);
  const services = Object.keys(rendered.file.services).filter((name) => !ofTheLaptop.test(name));
  expect(services).toHaveLength(containers.length);
});
