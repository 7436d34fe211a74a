import type { Unit } from '../../lib/compose/unit';
import { formsOf } from '../../lib/workloads/host-names';
import type { Workload } from '../../lib/workloads/workload';
import type { Description } from '../description/description';
import { filesIn, filesScript } from '../description/files';
import { descriptionIn, lookScript } from '../description/look';
import { namesIn, namesScript } from '../description/names';
import { toldAspects } from '../description/told';
import type { Synthesis } from './definition';
import type { Container } from './target';

/** What a container is like, seen from inside and from outside. */
export async function describeContainer(
  { sh, own, told, whoHas }: Container,
  unit: Unit,
  { reading }: Synthesis,
): Promise<Description> {
  const places = placesOf(unit);
  return {
    ...toldAspects(told),
    ...descriptionIn(await sh(lookScript, ...places.volumes, ...places.folders), places, own),
    ...filesIn(await sh(filesScript, ...placesOf(unit).folders)),
    ...namesIn(await sh(namesScript, ...doors(reading.workloads)), whoHas),
  };
}

function placesOf({ container, workload }: Unit) {
  const files = workload.pod.volumes.filter(({ type }) => type === 'files').map(({ name }) => name);
  const paths = (isFiles: boolean) =>
    container.mounts.filter(({ volume }) => files.includes(volume) === isFiles).map(({ path }) => path);
  return { volumes: paths(false), folders: paths(true) };
}

/** Every name that any workload answers to, in every form, with each of its ports. */
function doors(workloads: readonly Workload[]): readonly string[] {
  const names = workloads.flatMap(({ answersTo }) => answersTo);
  const all = names.flatMap((name) => formsOf(name).flatMap((form) => name.ports.map(({ port }) => `${form}:${port}`)));
  return [...new Set(all)].sort();
}
