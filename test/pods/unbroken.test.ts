import { DataApi } from 'cdk8s-tandem';
import { unbroken } from '../../lib/pods/unbroken';
import { synthesized } from '../synthesis';
import { kubernetesExpands } from '../workloads/expansion';

test.each([
  ['$é', '$$é'],
  ['$$é', '$$é'],
  ['$$$é', '$$$$é'],
  ['a$🦔$ñ', 'a$$🦔$$ñ'],
  ['$(A)é $A $$ $', '$(A)é $A $$ $'],
])('%s becomes %s, which a kubelet reads as it was meant', (text, written) => {
  expect(unbroken(text)).toBe(written);
  expect(kubernetesExpands(written, new Map([['A', '$é']]))).toBe(text.replaceAll('$$', '$').replace('$(A)', '$é'));
});

test('is so wherever a kubelet expands, in what a patch or another container says, too; in hooks it does not', () => {
  const exec = { command: ['$é'] };
  const said = { command: ['$é'], args: ['$é $A'], env: [{ name: 'A', value: '$é' }] };
  const probes = { startupProbe: { exec }, livenessProbe: { exec }, readinessProbe: 'none' } as const;
  const { manifests, rendered } = synthesized((chart) => {
    new DataApi(chart, 'api', {
      image: 'acme/api:1',
      containers: [{ name: 'beside', image: 'acme/api:1', ...said }],
      initContainers: [{ name: 'before', image: 'acme/api:1', ...said }],
      ...probes,
      container: { ...said, lifecycle: { postStart: { exec } } },
    });
  });
  const deployment = manifests.find(({ kind }) => kind === 'Deployment');
  const written = { command: ['$$é'], args: ['$$é $A'], env: [{ name: 'A', value: '$$é' }] };
  const asked = { exec: { command: ['$$é'] } };
  expect(deployment?.object).toMatchObject({
    spec: {
      template: {
        spec: {
          containers: [
            {
              ...written,
              startupProbe: asked,
              livenessProbe: asked,
              lifecycle: { postStart: { exec } },
            },
            written,
          ],
          initContainers: [written],
        },
      },
    },
  });
  expect(rendered.file.services.api).toMatchObject({
    entrypoint: ['$é'],
    environment: { A: '$é' },
    post_start: [{ command: ['$é'] }],
  });
});
