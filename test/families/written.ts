import { type App, Chart } from 'cdk8s';
import { TandemApp } from 'cdk8s-tandem';
import { parse, parseAllDocuments } from 'yaml';
import { synthesize } from '../../lib/app';
import { composeYaml } from '../../lib/compose/write';
import { manifestFiles } from '../../lib/manifests/write-manifests';
import { interpolated } from '../compose/interpolation';
import { type Input, type KubernetesObject, make, type Pod, type Written } from './family';

/** An app with a chart for each input, the construct in it called by its number, if not otherwise. */
export function appOf(inputs: readonly Input[]): App {
  const app = new TandemApp({ outdir: '/nonexistent' });
  inputs.forEach((input, index) => {
    const { id = `it-${index}`, namespace = `ns-${index}` } = input;
    make(input, new Chart(app, `chart-${index}`, { namespace }), id);
  });
  return app;
}

/** Of each input what both outputs hold, read back from their YAML as Kubernetes and Compose read it. */
export function writtenOf(inputs: readonly Input[]): readonly Written[] {
  const app = appOf(inputs);
  const { manifests, rendered } = synthesize(app, {});
  const files = manifestFiles(app, manifests, []);
  const { services = {} } = Object(parse(composeYaml(rendered.file), { version: '1.2' }));
  return inputs.map((input, index) => {
    const file = files.find(({ path }) => path.startsWith(`chart-${index}.`));
    const objects = objectsIn(file?.content ?? '');
    const pod = podIn(objects);
    const [container] = pod.spec.containers as readonly Written['container'][];
    return {
      objects,
      pod,
      container: container ?? {},
      service: Object(interpolated(services[input.id ?? `it-${index}`] ?? {}, ports)),
    };
  });
}

/** Ports of a laptop have a variable each; the developer has set none. */
const ports = {};

function objectsIn(yaml: string): readonly KubernetesObject[] {
  return parseAllDocuments(yaml, { version: '1.1' }).map((document) => document.toJS());
}

interface Owner {
  readonly template?: Pod;
  readonly jobTemplate?: { readonly spec: { readonly template: Pod } };
}

function podIn(objects: readonly KubernetesObject[]): Pod {
  const owners = objects.flatMap(({ spec }) => (spec ? [spec as Owner] : []));
  const pods = owners.flatMap(({ template, jobTemplate }) => jobTemplate?.spec.template ?? template ?? []);
  return pods.find(({ spec }) => spec?.containers) ?? { metadata: {}, spec: { containers: [] } };
}
