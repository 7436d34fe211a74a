import { App, type AppProps, YamlOutputType } from 'cdk8s';
import { isTrueOrFalse, oneOf, satisfying } from './checks/check';
import { nearest } from './checks/nearest';
import { isPlainObject } from './checks/plain-object';
import type { Check, Problem } from './checks/problem';
import { type Checked, checkProps, optional, type Rules } from './checks/props';
import { type PullPolicy, pullPolicies } from './pods/pull-policy';

export interface TandemOptions {
  /**
   * Whether to write a Compose file. `TANDEM_COMPOSE=off` in the environment does the same as `false`, for pipelines.
   *
   * @default true
   */
  readonly compose?: boolean;
  /**
   * Whether synth, in place of writing the Compose file, compares: it fails when the file that is committed, or one of
   * its differences, is not what it would write, and when a difference is unexplained. `tandem check` asks the same
   * without writing manifests. `TANDEM_CHECK=on` or `off` in the environment wins over it: pipelines say `on`, and
   * `off` writes the file anew.
   *
   * @default false
   */
  readonly check?: boolean;
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
  /**
   * Whether every image must have a digest: its own, or that of `images.lock.json`, which `tandem lock` writes.
   *
   * @default false
   */
  readonly requireDigests?: boolean;
  /**
   * Whether the pod owners of our constructs carry the annotations by which scanners leave out the checks that a
   * default loses for a reason, such as `checkov.io/skip1`. The page about scanners lists them.
   *
   * @default true
   */
  readonly scannerAnnotations?: boolean;
  /**
   * When nodes ask the registry, for all containers of these constructs that do not say it themselves. `IfNotPresent` is
   * for clusters whose images are loaded, such as kind: https://kind.sigs.k8s.io/docs/user/quick-start/#loading-an-image-into-your-cluster.
   *
   * @default Always
   */
  readonly imagePullPolicy?: PullPolicy;
}

/** The options less what is wrong: a name that nobody knows, too. Those of cdk8s may stand among them. */
export function checkOptions(app: App, given: TandemOptions): Checked<TandemOptions> {
  const asked = isSubclass(app) ? withoutOwn(given) : given;
  const { props, problems } = checkProps<TandemOptions & AppProps>('app', asked, rules);
  return { props, problems: [...problems, ...ofTheApp.flatMap((key) => unheard(app, props, key))] };
}

/** One of your own may hand on props of its own. */
function isSubclass(app: App): boolean {
  return app.constructor !== App && Object.getPrototypeOf(app.constructor) !== App;
}

function withoutOwn(given: unknown): unknown {
  if (!isPlainObject(given)) return given;
  const known = Object.keys(rules);
  return Object.fromEntries(Object.entries(given).filter(([key]) => known.includes(key) || nearest(key, known)));
}

const folder: Check = satisfying(
  (value) => typeof value === 'string' && value !== '' && !value.includes('\0'),
  'is no path of a folder',
  'a folder, such as "dist".',
  'write one, or leave it out.',
);

const rules: Rules<TandemOptions & AppProps> = {
  compose: optional(isTrueOrFalse),
  check: optional(isTrueOrFalse),
  projectRoot: optional(folder),
  namespaces: optional(isTrueOrFalse),
  requireDigests: optional(isTrueOrFalse),
  scannerAnnotations: optional(isTrueOrFalse),
  imagePullPolicy: optional(oneOf(...pullPolicies)),
  outdir: optional(folder),
  outputFileExtension: optional(
    satisfying(
      (value) => typeof value === 'string' && /^[^/\\\0]+$/.test(value),
      'is no end of the name of a file',
      'such as ".k8s.yaml".',
      'write one, or leave it out.',
    ),
  ),
  yamlOutputType: optional(
    satisfying(
      (value) => typeof value === 'number' && YamlOutputType[value] !== undefined,
      'is no YamlOutputType',
      'one of cdk8s, such as YamlOutputType.FILE_PER_CHART.',
      'write one, or leave it out.',
    ),
  ),
  recordConstructMetadata: optional(isTrueOrFalse),
  // cdk8s has called them before anybody asks here.
  resolvers: optional(() => []),
};

const ofTheApp = ['outdir', 'outputFileExtension', 'yamlOutputType'] as const;

/** What an App of cdk8s is told when it is made comes too late here. */
function unheard(app: App, given: AppProps, key: (typeof ofTheApp)[number]): readonly Problem[] {
  const { [key]: got } = given;
  if (got === undefined || got === app[key]) return [];
  const expected = 'where the App is made.';
  return [
    {
      construct: 'app',
      prop: key,
      wrong: 'is an option of the App itself',
      got,
      expected,
      fix: `new App({ ${key}: … }).`,
    },
  ];
}

/** What becomes of the Compose file and its differences. The app itself may know none. */
export type ComposeMode = 'written' | 'compared' | 'left out' | 'unknown';

export function composeMode({ compose = true, check = false }: TandemOptions): ComposeMode {
  if (!compose) return 'unknown';
  if (switched('TANDEM_CHECK') ?? check) return 'compared';
  return switched('TANDEM_COMPOSE') === false ? 'left out' : 'written';
}

const switches = ['TANDEM_CHECK', 'TANDEM_COMPOSE'] as const;

function switched(name: (typeof switches)[number]): boolean | undefined {
  const value = process.env[name];
  return value ? value === 'on' : undefined;
}

/** A pipeline that misspells what it wants must not get something else. */
export function wrongSwitches(): readonly Problem[] {
  return switches
    .filter((name) => !['', 'on', 'off', undefined].includes(process.env[name]))
    .map((name) => ({
      construct: 'environment',
      prop: name,
      wrong: 'is neither on nor off',
      got: process.env[name],
      expected: 'on or off.',
      fix: `${name}=on, ${name}=off, or no such variable.`,
    }));
}
