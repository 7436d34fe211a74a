import { App } from 'cdk8s';
import { render } from '../../lib/compose/render';
import { composeYaml } from '../../lib/compose/write';
import type { Difference } from '../../lib/differences/difference';
import { differencesOf, toldIn } from '../../lib/differences/differences';
import { type GivenLocal, givenLocals } from '../../lib/local/given-local';
import { Field } from '../../lib/manifests/field';
import { type Manifest, readApp } from '../../lib/manifests/manifest';
import type { Place } from '../../lib/manifests/place';
import type { Places } from '../../lib/manifests/places';
import { type Reading, readManifests } from '../../lib/workloads/read-manifests';
import type { Definition } from '../zoo/zoo';

/** An app's manifests and what the laptop was told: what all else follows from. */
export interface Input {
  readonly manifests: readonly Manifest[];
  readonly locals: readonly GivenLocal[];
}

export function inputOf(define: Definition): Input {
  const app = new App({ outdir: '/nonexistent' });
  define(app);
  return { manifests: readApp(app), locals: givenLocals(app) };
}

/** What a laptop gets of it, and what is said of the rest. */
export interface Outcome {
  readonly reading: Reading;
  /** The Compose file and the files that it points to, as one text. */
  readonly laptop: string;
  readonly differences: readonly Difference[];
  /** What is told from the tables, if at all. */
  readonly untold: readonly Untold[];
  /** Mistakes that would stop the synthesis. */
  readonly problems: readonly string[];
}

export function outcomeOf({ manifests, locals }: Input): Outcome {
  const fresh = manifests.map((manifest) => manifestOf(manifest, manifest.object));
  const reading = readManifests(fresh, locals);
  const { file, assets, differences, problems } = render(reading);
  return {
    reading,
    laptop: composeYaml(file) + JSON.stringify(assets),
    differences: differencesOf(fresh, differences),
    untold: untold(fresh, differences),
    problems: [...reading.problems, ...problems].map(
      ({ construct, prop, wrong }) => `${construct} · ${prop}: ${wrong}`,
    ),
  };
}

/** Of one manifest, the leaves that nobody read, and of which whoever renders has said nothing. */
interface Untold {
  readonly manifest: Manifest;
  readonly leaves: readonly Field[];
}

function untold(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Untold[] {
  return manifests.map((manifest) => {
    const places = toldIn(rendered.filter(({ construct }) => construct === manifest.construct));
    return { manifest, leaves: manifest.root.unread().filter((leaf) => !isWithin(leaf.place, places)) };
  });
}

function isWithin(place: Place | undefined, places: Places): boolean {
  return place !== undefined && (places.has(place) || isWithin(place.around, places));
}

/** The manifest as if the app had yielded another object in its place; nothing of it is read yet. */
export function manifestOf(manifest: Manifest, object: object): Manifest {
  const root = Field.root(manifest.construct, object);
  const text = (...path: string[]) => String(root.at(...path).peek() ?? '');
  return {
    ...manifest,
    apiVersion: text('apiVersion'),
    kind: text('kind'),
    namespace: text('metadata', 'namespace'),
    name: text('metadata', 'name'),
    root: remembering(root),
    object: object as Manifest['object'],
  };
}

/** What whoever takes up a manifest reads of it. */
function remembering(root: Field): Field {
  for (const path of [['apiVersion'], ['kind'], ['metadata', 'namespace'], ['metadata', 'name']])
    root.at(...path).json();
  return root;
}
