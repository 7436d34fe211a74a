import type { k8s } from 'cdk8s-plus-28';
import { envVars } from '../../connections/env';
import { type ContainerResources, resourceRequirements } from '../../pods/resources';
import { checkpointDir } from './checkpoint';
import type { EtlProps } from './props';

export function etlContainer(name: string, props: EtlProps): k8s.Container {
  return {
    name,
    image: props.image,
    command: props.command && [...props.command],
    env: [...ownVariables(props), ...envVars(props.env ?? {})],
    resources: resourceRequirements(defaultResources, props.resources),
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

/** Who the run is and where it left off. They come first, so that others may refer to them: `$(RUN_ID)`. */
function ownVariables({ env = {}, checkpoint }: EtlProps): readonly k8s.EnvVar[] {
  const own: readonly k8s.EnvVar[] = [
    { name: 'RUN_ID', valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } } },
    ...(checkpoint ? [{ name: 'CHECKPOINT_DIR', value: checkpointDir(checkpoint) }] : []),
  ];
  return own.filter(({ name }) => !Object.hasOwn(env, name));
}

/** Memory is all asked for: a run that needs it must not be evicted. */
export const defaultResources: ContainerResources = {
  cpu: { request: '250m', limit: '1' },
  memory: { request: '512Mi', limit: '512Mi' },
  ephemeralStorage: { request: '64Mi', limit: '256Mi' },
};
