import type { Field } from '../manifests/field';
import type { PodIdentity } from './read-container';
import type { Container } from './workload';

/** An init container that is always started again is a sidecar; what ends is never started again here. */
export function readRestart(field: Field, { kind }: PodIdentity): Pick<Container, 'sidecar' | 'restartPolicy'> {
  const policy = field.at('restartPolicy');
  if (field.path.includes('initContainers')) {
    const sidecar = policy.peek() === 'Always';
    return { sidecar, restartPolicy: sidecar ? policy.tryText() : undefined };
  }
  const ends = kind === 'Job' || kind === 'CronJob';
  return { sidecar: false, restartPolicy: ends ? undefined : policy.tryText() };
}
