import type { k8s } from 'cdk8s-plus-28';
import type { PodAddition } from '../../pods/addition';
import { hardenedPod, scratch } from '../../pods/hardened-pod';
import type { Identity } from '../../pods/identity';
import { checkpointMount } from './checkpoint';
import { etlContainer } from './container';
import { type FailureDefaults, failureOf } from './failure';
import type { EtlProps } from './props';
import { shareOf } from './share';

/** One run. */
export function jobSpec(
  identity: Identity,
  props: EtlProps,
  additions: readonly PodAddition[],
  defaults: FailureDefaults,
): k8s.JobSpec {
  const { checkpoint } = props;
  return {
    ...shareOf(props),
    ...failureOf(props, defaults),
    template: hardenedPod(
      {
        identity,
        terminationGracePeriodSeconds: 120,
        // The API server takes no other beside a pod failure policy, and pods that failed keep their logs.
        restartPolicy: 'Never',
        containers: [etlContainer(identity.name, props)],
        volumes: [scratch('tmp', '64Mi')],
        additions: [...additions, ...(checkpoint ? [checkpointMount(identity.name, checkpoint)] : [])],
      },
      props,
    ),
  };
}
