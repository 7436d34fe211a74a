import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { resourceRequirements } from '../../lib/pods/resources';

const defaults = {
  cpu: { request: '1' },
  memory: { request: '1Gi', limit: '1Gi' },
  ephemeralStorage: { limit: '1Gi' },
};

test('quantities may be those of cdk8s and cdk8s-plus', () => {
  const { requests, limits } = resourceRequirements(defaults, {
    cpu: { request: Cpu.millis(250), limit: Cpu.units(2) },
    memory: { request: Size.mebibytes(256), limit: Size.gibibytes(1) },
    ephemeralStorage: { limit: Size.mebibytes(64) },
  });
  const texts = (quantities: typeof requests) =>
    Object.entries(quantities ?? {}).map(([name, { value }]) => `${name} ${value}`);
  expect(texts(requests)).toEqual(['cpu 250m', 'memory 256Mi']);
  expect(texts(limits)).toEqual(['cpu 2', 'memory 1024Mi', 'ephemeral-storage 64Mi']);
});
