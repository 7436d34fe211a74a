import { type App, Names, YamlOutputType } from 'cdk8s';
import type { NewFile } from '../files/write-files';
import { push } from '../units/push';
import { writeYaml } from '../yaml/write-yaml';
import type { Manifest } from './manifest';
import { hasChartOrder } from './order';

/** The files of the output folder, cut and named as cdk8s does. */
export function manifestFiles(
  app: App,
  manifests: readonly Manifest[],
  namespaces: readonly object[],
): readonly NewFile[] {
  const nameOf = fileNames[app.yamlOutputType](app, manifests);
  const files = new Map<string, object[]>();
  if (namespaces.length > 0) files.set('0000-namespaces', [...namespaces]);
  for (const manifest of manifests) push<string, object>(files, nameOf(manifest), manifest.object);
  return [...files].map(([name, objects]) => ({ path: `${name}${app.outputFileExtension}`, content: yamlOf(objects) }));
}

type FileNames = (app: App, manifests: readonly Manifest[]) => (manifest: Manifest) => string;

const fileNames: Readonly<Record<YamlOutputType, FileNames>> = {
  [YamlOutputType.FILE_PER_APP]: () => () => 'app',
  [YamlOutputType.FILE_PER_CHART]: chartNames,
  [YamlOutputType.FILE_PER_RESOURCE]: () => objectName,
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE]: (app, manifests) => {
    const chartName = chartNames(app, manifests);
    return (manifest) => `${chartName(manifest)}/${objectName(manifest)}`;
  },
};

/** Where one chart must be applied before another, files are numbered: kubectl goes by their names. */
function chartNames(app: App, manifests: readonly Manifest[]): (manifest: Manifest) => string {
  const charts = [...new Set(manifests.map(({ chart }) => chart))];
  const numbered = hasChartOrder(app);
  const number = (index: number) => (numbered ? `${String(index + 1).padStart(4, '0')}-` : '');
  const names = new Map(charts.map((chart, index) => [chart, number(index) + Names.toDnsLabel(chart)]));
  return ({ chart }) => names.get(chart) ?? 'app';
}

/** With the namespace: cdk8s itself writes two objects of one kind and name over each other. */
function objectName({ kind, namespace, name }: Manifest): string {
  return [kind, namespace, name]
    .filter(Boolean)
    .join('.')
    .replace(/[^0-9a-zA-Z-_.]/g, '');
}

function yamlOf(objects: readonly object[]): string {
  return objects.map(writeYaml).join('---\n');
}
