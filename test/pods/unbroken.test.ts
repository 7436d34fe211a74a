import { unbroken } from '../../lib/pods/unbroken';
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
