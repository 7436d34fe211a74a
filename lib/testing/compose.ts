import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { nearest } from '../checks/nearest';
import { composeYaml } from '../compose/write';
import { mapIn } from '../equivalence/compose-words';
import { Field } from '../manifests/field';
import type { Output } from '../output';
import { compare } from './compare';
import { ComposeDoors } from './compose-doors';
import { listed } from './failure';
import { handedOut } from './handed-out';
import type { Props } from './manifests';
import { keep } from './matcher';
import { Mismatched } from './mismatched';
import { notTaken } from './not-taken';
import { isMatch } from './outcome';
import { composeFile } from './project';
import { expectSameApp } from './same-app';
import { shownMismatches } from './shown';
import { synthesized } from './synthesized';

/** A service, volume or network as the Compose file has it. */
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a key that has any shape.
export type ComposeEntry = Readonly<Record<string, any>>;

type Section = 'services' | 'volumes' | 'networks' | 'secrets' | 'configs';

/** What is asked again and again is made once. */
const doors = new WeakMap<Output, Compose>();

/** The Compose file that an app yields, for tests to ask about. What is asked is what any reader of the file sees. */
export class Compose {
  /**
   * An app is synthesized once, when it is first asked about, and writes nothing: make it whole before.
   *
   * @throws SynthesisError as `synth()` does, of a wrong app
   */
  static from(app: App): Compose {
    if (!(app instanceof App)) throw notTaken('Compose', 'an App, whose charts have one file together', app);
    const output = synthesized(app);
    const known = doors.get(output) ?? new Compose(output);
    doors.set(output, known);
    return known;
  }

  private made?: ComposeDoors;

  private constructor(private readonly output: Output) {}

  /** The file as `synth()` writes it. */
  get text(): string {
    return composeYaml(this.output.rendered.file);
  }

  /** The services that look like this, by their names; none is an answer, too. */
  findServices(props: Props = {}): Readonly<Record<string, ComposeEntry>> {
    const found = Object.entries(this.section('services')).filter(([, entry]) => {
      const outcome = compare(props, entry, 'like');
      if (isMatch(outcome)) keep(outcome);
      return isMatch(outcome);
    });
    return Object.fromEntries(found.map(([name, entry]) => [name, handedOut(entry)]));
  }

  /**
   * The service of a workload, or of a name.
   *
   * @throws Mismatched when there is none
   */
  service(asked: IConstruct | string): ComposeEntry {
    return handedOut(this.entry('services', this.nameOf(asked)));
  }

  /** @throws Mismatched unless the service is there and looks like this */
  hasService(asked: IConstruct | string, props: Props = {}): void {
    this.has('services', this.nameOf(asked), props);
  }

  /** @throws Mismatched when a service is there that looks like this */
  lacksService(props: Props): void {
    const found = Object.keys(this.findServices(props));
    if (found.length > 0) throw new Mismatched(`No service was expected to be like this, and is: ${listed(found)}.`);
  }

  /** @throws Mismatched unless there are services, and each of them looks like this */
  allServices(props: Props): void {
    const services = Object.keys(this.section('services'));
    if (services.length === 0) throw new Mismatched('The Compose file has no services.');
    for (const name of services) this.has('services', name, props);
  }

  /** @throws Mismatched unless there are so many services that look like this */
  serviceCountIs(count: number, props: Props = {}): void {
    const found = Object.keys(this.findServices(props));
    if (found.length !== count) {
      throw new Mismatched(`Expected ${count} services, got ${found.length}: ${listed(found)}.`);
    }
  }

  /** @throws Mismatched unless the volume is there and looks like this */
  hasVolume(name: string, props: Props = {}): void {
    this.has('volumes', name, props);
  }

  /** @throws Mismatched unless the network is there and looks like this */
  hasNetwork(name: string, props: Props = {}): void {
    this.has('networks', name, props);
  }

  /** @throws Mismatched unless the two share a network: on a laptop, that is all there is to it */
  connects(client: IConstruct | string, server: IConstruct | string): void {
    expectSameApp(this.output.app, client, server);
    this.doors.connects(client, server);
  }

  /** @throws Mismatched when the two share a network */
  cannotConnect(client: IConstruct | string, server: IConstruct | string): void {
    expectSameApp(this.output.app, client, server);
    this.doors.cannotConnect(client, server);
  }

  private get doors(): ComposeDoors {
    this.made ??= new ComposeDoors(this.output);
    return this.made;
  }

  /** A construct's first service; a name is that of the service itself. */
  private nameOf(asked: IConstruct | string): string {
    if (typeof asked === 'string') return asked;
    expectSameApp(this.output.app, asked);
    const [name = ''] = this.doors.services(asked);
    return name;
  }

  private section(section: Section): Readonly<Record<string, ComposeEntry>> {
    return mapIn(composeFile(this.output)[section]) as Readonly<Record<string, ComposeEntry>>;
  }

  private entry(section: Section, name: string): ComposeEntry {
    const entries = this.section(section);
    if (Object.hasOwn(entries, name)) return mapIn(entries[name]);
    const meant = nearest(name, Object.keys(entries));
    throw new Mismatched(
      `The Compose file has no ${name} in ${section}.${meant ? ` Did you mean ${meant}?` : ''} ` +
        `There are: ${listed(Object.keys(entries))}.`,
    );
  }

  private has(section: Section, name: string, props: Props): void {
    const entry = this.entry(section, name);
    const outcome = compare(props, entry, 'like');
    if (!isMatch(outcome)) {
      const shown = shownMismatches({ kind: section, root: Field.root(name, entry) }, outcome.mismatches);
      throw new Mismatched(`${name} of ${section} differs:\n\n${shown}`);
    }
    keep(outcome);
  }
}
