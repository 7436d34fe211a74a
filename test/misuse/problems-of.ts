import { SynthesisError } from 'cdk8s-tandem';

/** The mistakes that a synthesis is refused for. Anything else that is thrown goes through, and fails the test. */
export function problemsOf(synth: () => unknown): readonly string[] {
  try {
    synth();
  } catch (error) {
    if (!(error instanceof SynthesisError)) throw error;
    expect(error.stack).not.toMatch(/^\s+at /m);
    return error.problems;
  }
  return [];
}
