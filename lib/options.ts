import { oneOf } from './checks/check';
import type { Problem } from './checks/problem';
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

export function wrongOptions({ imagePullPolicy = 'Always' }: TandemOptions): readonly Problem[] {
  const findings = oneOf(...pullPolicies)(imagePullPolicy);
  return findings.map((finding) => ({ ...finding, construct: 'app', prop: 'imagePullPolicy' }));
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
