import { Manifests } from 'cdk8s-tandem/testing';
import { inFolder } from '../synthesis';

test('the stack of a failure begins with the line of the test', () => {
  try {
    inFolder((folder) => Manifests.from(folder));
    throw new Error('nothing was wrong');
  } catch (error) {
    const { name, message, stack } = error as Error;
    expect({ name, message }).toEqual({
      name: 'Mismatched',
      message: expect.stringMatching(/^The manifests in \S+ cannot be read\./),
    });
    expect(stack?.split('\n').find((line) => /^ +at /.test(line))).toContain('mismatched.test.ts');
  }
});
