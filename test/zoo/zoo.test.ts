import { App } from 'cdk8s';
import { synthesize } from '../../lib/app';
import { zoo } from './zoo';

test.each(Object.entries(zoo))('%s synthesizes, and has a service for each of its containers', (_, define) => {
  const app = new App({ outdir: '/nonexistent' });
  define(app);
  const { reading, rendered } = synthesize(app, {});
  const containers = reading.workloads.flatMap(({ pod }) => [...pod.initContainers, ...pod.containers]);
  const services = Object.keys(rendered.file.services).filter((name) => !name.endsWith('-volumes'));
  expect(services).toHaveLength(containers.length);
});
