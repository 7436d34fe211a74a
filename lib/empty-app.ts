import type { Problem } from './checks/problem';
import type { Output } from './output';

/** An app of nothing, most often synthesized before its charts are made, would write over a Compose file with services. */
export function emptyApp({ manifests }: Pick<Output, 'manifests'>): readonly Problem[] {
  if (manifests.length > 0) return [];
  return [
    {
      construct: 'the app',
      prop: 'charts',
      wrong: 'yield no object at all',
      expected: 'a Chart with a construct in it.',
      fix: 'make them before synth() is called: new DataApi(new Chart(app, …), …).',
    },
  ];
}
