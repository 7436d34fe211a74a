import { eachField } from '../differences/each-field';
import { sinks } from '../zoo/sinks/sinks';
import { apps } from './apps';
import { withLeafChanged } from './leaf-change';
import { type Input, inputOf, manifestOf, type Outcome, outcomeOf } from './outcome';

/*
 * Claim: there is no leaf of a manifest whose change nobody on the laptop could notice. Either the Compose file or a file
 * that it points to is another, or a difference names that very leaf, or the synthesis is refused.
 */

/** Leaves that may change in silence, and why. */
const exceptions: readonly (readonly [pattern: RegExp, why: string])[] = [
  [
    / (apiVersion|kind|metadata\/name|metadata\/namespace)$/,
    'which object it is: of what the object says each leaf is told',
  ],
  [/^NetworkPolicy spec\/policyTypes\/\d+$/, 'what the other side of each connection closes stays closed'],
  [
    /^NetworkPolicy spec(\/egress\/\d+\/to\/\d+)?\/(podSelector|namespaceSelector)$/,
    'an empty selector, in whose place none selects the same pods here',
  ],
  [/ .*\/ports\/\d+\/containerPort$/, 'a Service leads there by its name: told at the port of the Service'],
  [
    / .*\/(env|envFrom|ports|volumeMounts|volumes|initContainers|hostAliases|sysctls|supplementalGroups|ingress)$/,
    'an empty list, which says what none would say',
  ],
  [/ .*\/emptyDir\/(sizeLimit|medium)$/, 'told at the volume: it lies on disk, and has no limit'],
];

/** Of the large ones some leaves, always the same. All of them: `PROOFS=whole`. */
const samples: Readonly<Record<string, number>> = { fortyWorkloads: 40, twoNamespaces: 60, pods: 15, owners: 30 };

const used = new Set<number>();

test.each(Object.entries({ ...apps, ...sinks }))('%s: each leaf that changes is noticed', (name, define) => {
  const silent = silentLeaves(inputOf(define), process.env.PROOFS === 'whole' ? undefined : samples[name]);
  const exceptionOf = (leaf: string) => exceptions.findIndex(([pattern]) => pattern.test(leaf));
  expect(silent.filter((leaf) => exceptionOf(leaf) < 0)).toEqual([]);
  for (const leaf of silent) used.add(exceptionOf(leaf));
  if (name === 'dataPlatform') expect(silent).toHaveLength(30);
});

test('each exception is needed', () => {
  expect(exceptions.filter((_, index) => !used.has(index)).map(([, why]) => why)).toEqual([]);
});

/** `<kind> <leaf>` of each leaf of whose change nothing tells. */
function silentLeaves(input: Input, count?: number): readonly string[] {
  const before = outcomeOf(input);
  expect(before.problems).toEqual([]);
  const leaves = input.manifests.flatMap((manifest) => manifest.root.leaves().map((leaf) => ({ manifest, leaf })));
  const untold = leaves.filter(({ leaf }) => !tells(before, leaf.construct, String(leaf)));
  return sample(untold, count).flatMap(({ manifest, leaf }) => {
    const changed = manifestOf(manifest, withLeafChanged(manifest.object, leaf.path));
    const manifests = input.manifests.map((other) => (other === manifest ? changed : other));
    const after = outcomeOf({ ...input, manifests });
    const isNoticed = after.problems.length > 0 || after.laptop !== before.laptop;
    return isNoticed || tells(after, leaf.construct, String(leaf)) ? [] : [`${manifest.kind} ${leaf}`];
  });
}

function tells({ differences }: Outcome, construct: string, leaf: string): boolean {
  return eachField(differences).some(({ field }) => field.construct === construct && String(field) === leaf);
}

/** Every n-th, so that the same are chosen each time. */
function sample<T>(things: readonly T[], count = things.length): readonly T[] {
  const step = Math.max(1, things.length / count);
  return Array.from({ length: Math.min(count, things.length) }, (_, index) => things[Math.floor(index * step)] as T);
}
