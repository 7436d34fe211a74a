import type { App } from 'cdk8s';
import { synthesize, TandemApp } from '../app';
import type { Output } from '../output';
import { Mismatched } from './mismatched';

/** What came of an app, once for all that is asked about it. */
type Result = { readonly constructs: number } & ({ readonly output: Output } | { readonly error: unknown });

const results = new WeakMap<App, Result>();

/**
 * What the app yields, synthesized on the first question; nothing is written. An app is to be asked about when it is
 * whole: one that has got further constructs since is refused, for the answers would be those of the app before.
 *
 * @throws SynthesisError as `synth()` does
 */
export function synthesized(app: App): Output {
  const constructs = app.node.findAll().length;
  const result = results.get(app) ?? { constructs, ...resultOf(app) };
  results.set(app, result);
  if (result.constructs !== constructs) {
    throw new Mismatched(
      `The app has ${constructs} constructs and had ${result.constructs} when a test first asked about it. An app is ` +
        'synthesized once: ask when it is whole, or make a new app for each test.',
    );
  }
  if ('error' in result) throw result.error;
  return result.output;
}

function resultOf(app: App): { readonly output: Output } | { readonly error: unknown } {
  try {
    return { output: app instanceof TandemApp ? app.synthesized() : synthesize(app, {}) };
  } catch (error) {
    return { error };
  }
}
