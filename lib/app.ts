import { App, type AppProps } from 'cdk8s';
import { allowedDifferences } from './allow-difference';
import { refuse } from './checks/refuse';
import { render } from './compose/render';
import { inConstructOrder } from './construct-order';
import { settleAutoscalers } from './constructs/autoscalers';
import { appendDescription, describe, describeTo } from './description';
import { withAllowed, wrongAllowances } from './differences/allowed';
import { differencesOf } from './differences/differences';
import { emptyApp } from './empty-app';
import { settleProjectRoot } from './files/project-root';
import { lockOf } from './image-lock';
import { withDigests } from './images/with-digests';
import { givenLocals } from './local/given-local';
import { missingNamespaces } from './manifests/namespaces';
import { checkOptions, composeMode, type TandemOptions, wrongSwitches } from './options';
import { type Output, writeOutput } from './output';
import { settlePullPolicy } from './pods/pull-policy';
import { refusedObjects } from './policies/refused-objects';
import { manifestsOf, problemsIn } from './problems';
import { withScannerAnnotations } from './scanners/with-scanner-annotations';
import { summary } from './summary';
import { unfit } from './unfit';
import { filesOrRefuse } from './unusable';
import { readManifests } from './workloads/read-manifests';

export interface TandemAppProps extends AppProps, TandemOptions {}

/** A cdk8s App whose `synth()` writes a Compose file beside the manifests. */
export class TandemApp extends App {
  constructor(private readonly props: TandemAppProps = {}) {
    super(Object(props));
  }

  /**
   * Writes `dist/*.k8s.yaml`, `compose.yaml` and what belongs to it, and a summary on the terminal.
   *
   * @throws SynthesisError with every mistake at once; then nothing is written
   */
  override synth(): void {
    tandem(this, this.props).synth();
  }

  /** @internal What it would write. */
  synthesized(): Output {
    return synthesize(this, this.props);
  }
}

/** The same for a plain cdk8s App: `tandem(app).synth()` takes the place of `app.synth()`. */
export function tandem(app: App, options: TandemOptions = {}): { synth(): void } {
  return {
    synth: () => {
      const output = synthesize(app, options);
      refuse(emptyApp(output));
      const description = process.env[describeTo];
      if (description) return appendDescription(description, output);
      filesOrRefuse(() => {
        if (output.compose === 'compared') refuse(unfit(describe(output)));
        writeOutput(output);
      });
      process.stderr.write(summary(output));
    },
  };
}

/** The whole flow: manifests, read once, rendered as Compose, and what differs. Nothing is written. */
export function synthesize(app: App, given: TandemOptions): Output {
  const { props: options, problems: wrongOptions } = checkOptions(app, given);
  const { projectRoot = process.cwd(), scannerAnnotations = true, imagePullPolicy = 'Always' } = options;
  settleProjectRoot(app, projectRoot);
  settlePullPolicy(app, imagePullPolicy);
  settleAutoscalers(app);
  const lock = lockOf(options);
  const made = scannerAnnotations ? withScannerAnnotations(manifestsOf(app)) : manifestsOf(app);
  const { manifests, problems: wrongImages } = withDigests(made, lock.images, lock.required);
  const reading = readManifests(manifests, givenLocals(app));
  const rendered = render(reading);
  const found = differencesOf(manifests, rendered.differences);
  const allowed = allowedDifferences(app);
  const problems = [
    ...wrongSwitches(),
    ...wrongOptions,
    ...lock.problems,
    ...problemsIn(app, manifests),
    ...refusedObjects(manifests, reading.workloads),
    ...wrongImages,
    ...reading.problems,
    ...rendered.problems,
    ...wrongAllowances(found, allowed),
  ];
  refuse(inConstructOrder(app, problems));
  const namespaces = options.namespaces === false ? [] : missingNamespaces(manifests);
  const differences = withAllowed(found, allowed);
  return { app, projectRoot, compose: composeMode(options), namespaces, manifests, reading, rendered, differences };
}
