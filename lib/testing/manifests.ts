import { App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Manifest, manifestOf } from '../manifests/manifest';
import { type Reading, readManifests } from '../workloads/read-manifests';
import { ClusterDoors } from './cluster-doors';
import { compare } from './compare';
import { containerOf } from './container';
import { differing, listed, noneMatches, noSuch, refuseMisspelt, type Tried } from './failure';
import { handedOut } from './handed-out';
import { keep } from './matcher';
import { Mismatched } from './mismatched';
import { notTaken } from './not-taken';
import { isMatch } from './outcome';
import { readFolder } from './read-folder';
import type { Container, Kind, Resource } from './resource';
import { expectSameApp } from './same-app';
import { synthesized } from './synthesized';
import { isOf, isThere, nameOf, refuseUnclear, type Where, whereText } from './where';

/** What a resource is to look like: a map is `objectLike`, and any of `Match` or of jest's matchers may be in it. */
export type Props = Readonly<Record<string, unknown>> | { asymmetricMatch(actual: unknown): boolean };

/** The Kubernetes objects that an app yields, for tests to ask about: what aws-cdk-lib's `Template` is there. */
export class Manifests {
  /**
   * Of an app, of one of its charts and those in it, or of the YAML files below a folder. An app is synthesized once, when
   * it is first asked about, and writes nothing: make it whole before.
   *
   * @throws SynthesisError as `synth()` does, of a wrong app
   */
  static from(source: App | Chart | string): Manifests {
    if (typeof source === 'string') {
      const manifests = readFolder(source);
      return new Manifests(manifests, manifests, () => readManifests(manifests, []));
    }
    if (!(source instanceof App) && !Chart.isChart(source))
      throw notTaken('Manifests', 'an App, a Chart or a folder', source);
    const app = appOf(source);
    const { manifests, reading } = synthesized(app);
    return new Manifests(manifestsOf(source), manifests, () => reading, app);
  }

  private made?: ClusterDoors;

  private constructor(
    private readonly all: readonly Manifest[],
    /** Of the whole app: the other end may be in another chart. */
    private readonly around: readonly Manifest[],
    private readonly read: () => Reading,
    private readonly root?: App,
  ) {}

  /** All objects, in the order in which they are written. */
  get resources(): readonly Resource[] {
    return this.all.map((manifest) => resourceOf(manifest));
  }

  /** Those of a kind that look like this; none is an answer, too. Of a type, if one is said: nobody checks it. */
  findResources<T extends object = Resource>(kind: Kind, props: Props = {}, where: Where = {}): readonly T[] {
    return this.matching(kind, props, where).map(({ manifest }) => resourceOf<T>(manifest));
  }

  /**
   * The one object of a kind at this place: `getResource('Deployment', { name: 'api' })`. Its `spec` is of any shape, if
   * no type is said, such as one of kubernetes-types: `getResource<Deployment>('Deployment')`. Nobody checks it.
   *
   * @throws Mismatched when there is none, or more than one
   */
  getResource<T extends object = Resource>(kind: Kind, where: Where = {}): T {
    const [found, ...more] = this.try(kind, {}, where);
    if (!found) throw noSuch(kind, where, this.all);
    if (more.length === 0) return resourceOf<T>(found.manifest);
    const names = [found, ...more].map(({ manifest }) => nameOf(manifest));
    throw new Mismatched(`There are ${names.length} of ${kind}${whereText(where)}: ${listed(names)}. Say which.`);
  }

  /** @throws Mismatched unless an object of the kind looks like this */
  hasResource(kind: Kind, props: Props = {}, where: Where = {}): void {
    if (this.matching(kind, props, where).length === 0) {
      throw noneMatches(kind, where, this.try(kind, props, where), this.all);
    }
  }

  /** The same about its `spec` alone, as `hasResourceProperties` is about properties. */
  hasResourceSpec(kind: Kind, spec: Props, where: Where = {}): void {
    this.hasResource(kind, { spec }, where);
  }

  /** @throws Mismatched unless there is an object of the kind, and each of them looks like this */
  allResources(kind: Kind, props: Props, where: Where = {}): void {
    const tried = this.try(kind, props, where);
    const others = tried.filter(({ outcome }) => !isMatch(outcome));
    if (tried.length === 0) throw noSuch(kind, where, this.all);
    for (const { outcome } of tried) if (others.length === 0) keep(outcome);
    if (others.length > 0) {
      const count = `${others.length} of ${tried.length} of ${kind}${whereText(where)} are not as expected.`;
      throw new Mismatched([count, ...others.slice(0, 3).map(differing)].join('\n\n'));
    }
  }

  /** @throws Mismatched when an object of the kind looks like this; a kind that is not there at all does not */
  lacksResource(kind: Kind, props: Props = {}, where: Where = {}): void {
    const found = this.matching(kind, props, where).map(({ manifest }) => nameOf(manifest));
    if (found.length > 0) throw new Mismatched(`No ${kind} was expected to be like this, and is: ${listed(found)}.`);
  }

  /** @throws Mismatched unless there are so many of a kind that look like this */
  resourceCountIs(kind: Kind, count: number, props: Props = {}, where: Where = {}): void {
    const found = this.matching(kind, props, where).map(({ manifest }) => nameOf(manifest));
    if (found.length !== count) {
      const like = Object.keys(props).length > 0 ? ' like this' : '';
      throw new Mismatched(
        `Expected ${count} of ${kind}${whereText(where)}${like}, got ${found.length}: ${listed(found)}.`,
      );
    }
  }

  /**
   * A container of a workload, init containers too, by the name or the construct of the workload (`api`, `orders/api`).
   * The container's name may be left out where the pod has only one.
   *
   * @throws Mismatched when there is no such, or more than one
   */
  container<T extends object = Container>(workload: IConstruct | string, name?: string): T {
    expectSameApp(this.root, workload);
    return handedOut(containerOf(this.all, workload, name)) as T;
  }

  /**
   * NetworkPolicies let `client` out to this port of `server`, and in. `connects(…)` asks the laptop, too.
   *
   * @throws Mismatched with the policy that has no rule for it
   */
  connects(client: IConstruct | string, server: IConstruct | string, port: number): void {
    expectSameApp(this.root, client, server);
    this.doors.connects(client, server, port);
  }

  /**
   * NetworkPolicies keep `client` from this port of `server`, or from each that it declares.
   *
   * @throws Mismatched when they let it
   */
  cannotConnect(client: IConstruct | string, server: IConstruct | string, port?: number): void {
    expectSameApp(this.root, client, server);
    this.doors.cannotConnect(client, server, port);
  }

  private get doors(): ClusterDoors {
    this.made ??= new ClusterDoors(this.around, this.read().workloads);
    return this.made;
  }

  private try(kind: Kind, props: Props, where: Where): readonly Tried[] {
    refuseUnclear(where);
    expectSameApp(this.root, where.construct);
    refuseMisspelt(kind, where, this.all);
    return this.all
      .filter(isOf(kind))
      .filter(isThere(where))
      .map((manifest) => ({ manifest, outcome: compare(props, manifest.object, 'like') }));
  }

  private matching(kind: Kind, props: Props, where: Where): readonly Tried[] {
    const found = this.try(kind, props, where).filter(({ outcome }) => isMatch(outcome));
    for (const { outcome } of found) keep(outcome);
    return found;
  }
}

function resourceOf<T = Resource>({ object }: Manifest): T {
  return handedOut(object) as T;
}

function appOf(source: App | Chart): App {
  const { root, path, id } = source.node;
  if (root instanceof App) return root;
  throw new Mismatched(`The chart ${path || id} is in no App: there is nothing to synthesize.`);
}

/** The namespaces that `synth()` adds are there, too. */
function manifestsOf(source: App | Chart): readonly Manifest[] {
  const { manifests, namespaces } = synthesized(appOf(source));
  const own = Chart.isChart(source) ? manifests.filter(({ chart }) => chart.node.scopes.includes(source)) : manifests;
  const used = new Set(own.map(({ namespace }) => namespace));
  return [...namespaces.flatMap((object) => namespaceOf(object, own)).filter(({ name }) => used.has(name)), ...own];
}

function namespaceOf(object: object, [first]: readonly Manifest[]): readonly Manifest[] {
  return first ? [manifestOf('namespaces', first.chart, { ...object })] : [];
}
