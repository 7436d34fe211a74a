import { isOurs, type PodSpec } from '../policies/pod-specs';
import { undeclaredPorts } from '../policies/probe-ports';

/** A stranger's pod may listen on a port that it does not declare; in one of ours that is refused. */
export function probedPorts({ manifest, spec }: PodSpec): readonly string[] {
  if (isOurs(manifest)) return [];
  return undeclaredPorts(spec).map(
    (field) =>
      `Ports: ${manifest.construct} asks the port ${field.peek()}, which none of its containers declares (${field})`,
  );
}
