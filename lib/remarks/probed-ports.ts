import type { PodSpec } from '../policies/pod-specs';
import { undeclaredPorts } from '../policies/probe-ports';

/** A stranger's pod may listen on a port that it does not declare; in one of ours that is refused. */
export function probedPorts({ manifest, isOurs, containers }: PodSpec): readonly string[] {
  if (isOurs) return [];
  return undeclaredPorts(containers).map(
    (field) =>
      `Ports: ${manifest.construct} asks the port ${field.peek()}, which none of its containers declares (${field})`,
  );
}
