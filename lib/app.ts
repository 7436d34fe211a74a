import { App, type AppProps } from 'cdk8s';
import { render } from './compose/render';
import { differencesOf } from './differences/differences';
import { givenLocals } from './local/local';
import { missingNamespaces } from './manifests/namespaces';
import { type Output, writeOutput } from './output';
import { manifestsOf, problemsIn, refuse } from './problems';
import { summary } from './summary';
import { readManifests } from './workloads/read-manifests';

export interface TandemOptions {
  /**
   * Whether to write a Compose file. `TANDEM_COMPOSE=off` in the environment does the same as `false`, for pipelines.
   *
   * @default true
   */
  readonly compose?: boolean;
  /**
   * Folder of `cdk8s.yaml`: the Compose file is written there, and `local.build` is relative to it.
   *
   * @default - the working directory
   */
  readonly projectRoot?: string;
  /**
   * Whether to make the namespaces that the objects are in and that the app does not make itself.
   *
   * @default true
   */
  readonly namespaces?: boolean;
}

export interface TandemAppProps extends AppProps, TandemOptions {}

/** A cdk8s App whose `synth()` writes a Compose file beside the manifests. */
export class TandemApp extends App {
  constructor(private readonly props: TandemAppProps = {}) {
    super(props);
  }

  /**
   * Writes `dist/*.k8s.yaml`, `compose.yaml` and what it points to, and a summary on the terminal.
   *
   * @throws SynthesisError with every mistake at once; then nothing is written
   */
  override synth(): void {
    tandem(this, this.props).synth();
  }
}

/** The same for a plain cdk8s App: `tandem(app).synth()` takes the place of `app.synth()`. */
export function tandem(app: App, options: TandemOptions = {}): { synth(): void } {
  return {
    synth: () => {
      const output = synthesize(app, options);
      writeOutput(output);
      process.stderr.write(summary(output));
    },
  };
}

/** The whole flow: manifests, read once, rendered as Compose, and what differs. Nothing is written. */
export function synthesize(app: App, options: TandemOptions): Output {
  const { projectRoot = process.cwd() } = options;
  const compose = options.compose !== false && process.env.TANDEM_COMPOSE !== 'off';
  const manifests = manifestsOf(app);
  const reading = readManifests(manifests, givenLocals(app));
  const rendered = render(reading);
  refuse([...problemsIn(app, manifests), ...reading.problems, ...rendered.problems]);
  const namespaces = options.namespaces === false ? [] : missingNamespaces(manifests);
  const differences = differencesOf(manifests, rendered.differences);
  return { app, projectRoot, compose, namespaces, manifests, reading, rendered, differences };
}
