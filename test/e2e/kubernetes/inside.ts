import type { Container, Place } from '../platform';
import type { Project } from '../project';
import { kubectl } from './kubectl';
import { standIn } from './stand-in';
import { unhindered } from './unhindered';

/** Asks in a container of a pod. One that ends is run once more for it: the same pod with it alone, kept awake. */
export async function inside<T>(project: Project, place: Place, ask: (container: Container) => Promise<T>): Promise<T> {
  const pod = place.ends ? await standIn(place) : await podOf(place);
  try {
    return await ask({
      sh: (script) => kubectl(['exec', pod, `--container=${place.container}`, '--', 'bash', '-c', script]),
      unhindered: (other, question) => unhindered(project, other ? [place, other] : [place], question),
    });
  } finally {
    if (place.ends) await kubectl(['delete', pod, '--cascade=foreground']);
  }
}

/** Of several pods always the same one, so that two answers can be compared. */
async function podOf({ owner }: Place): Promise<string> {
  const [, name] = owner.split('/');
  const found = await kubectl(['get', 'pods', `--selector=app.kubernetes.io/instance=${name}`, '--output=name']);
  const [pod] = found.split('\n').sort().filter(Boolean);
  if (!pod) throw new Error(`${owner} has no pod`);
  return pod;
}
