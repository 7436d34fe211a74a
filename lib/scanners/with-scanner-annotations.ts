import { type Manifest, manifestOf } from '../manifests/manifest';
import { ourPodOwner } from './pod-owner';
import { type Skip, skips } from './skips';

type Annotations = Readonly<Record<string, string>>;

/** Each of our pod owners with what tells scanners which of their checks it loses, and why. What is there stays. */
export function withScannerAnnotations(manifests: readonly Manifest[]): readonly Manifest[] {
  return manifests.map((manifest) => {
    const owner = ourPodOwner(manifest);
    const lost = owner ? skips.filter(({ when }) => when(owner)) : [];
    return lost.length === 0 ? manifest : annotated(manifest, lost);
  });
}

function annotated({ construct, chart, object, root }: Manifest, lost: readonly Skip[]): Manifest {
  const metadata: { readonly annotations?: Annotations } = Object(object.metadata);
  const annotations = { ...metadata.annotations };
  for (const skip of lost) Object.assign(annotations, annotationOf(skip, annotations));
  const said = { ...object, metadata: { ...metadata, annotations: inOrder(annotations) } };
  return manifestOf(construct, chart, said, root.place);
}

/** As cdk8s sorts all that it writes. */
function inOrder(annotations: Annotations): Annotations {
  return Object.fromEntries(Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** In the scanner's own words: that of checkov has the reason in it, and numbers them. */
function annotationOf({ scanner, check, reason }: Skip, all: Annotations): Annotations {
  if (scanner === 'polaris') {
    const key = `polaris.fairwinds.com/${check}-exempt`;
    return { [key]: all[key] ?? 'true' };
  }
  if (Object.values(all).some((value) => value.startsWith(`${check}=`))) return {};
  return { [`checkov.io/skip${freeNumber(all)}`]: `${check}=${reason}` };
}

function freeNumber(all: Annotations, from = 1): number {
  return Object.hasOwn(all, `checkov.io/skip${from}`) ? freeNumber(all, from + 1) : from;
}
