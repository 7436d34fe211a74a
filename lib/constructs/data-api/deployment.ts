import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { typedObject } from '../../objects/typed-object';
import type { PodAddition } from '../../pods/addition';
import { hardenedPod, scratch } from '../../pods/hardened-pod';
import type { Identity } from '../../pods/identity';
import { spreadOver } from '../../pods/spread';
import { apiContainer } from './api-container';
import type { DataApiProps } from './props';
import { rolloutOf } from './rollout';
import { graceSeconds } from './shutdown';

export function deploymentOf(
  construct: Construct,
  identity: Identity,
  props: DataApiProps,
  additions: readonly PodAddition[],
  isScaled: () => boolean,
): k8s.KubeDeployment {
  const deployment: k8s.KubeDeploymentProps = {
    metadata: identity.metadata,
    spec: {
      replicas: Lazy.any({ produce: () => (isScaled() ? undefined : replicasOf(props)) }),
      selector: { matchLabels: identity.selector },
      ...rolloutOf(props),
      template: hardenedPod(
        {
          identity,
          terminationGracePeriodSeconds: graceSeconds(props),
          containers: [apiContainer(identity.name, props.port ?? 8000, props)],
          volumes: [scratch('tmp', '64Mi')],
          spread: spreadOver(identity.selector, props.spread ?? 'preferred', 'pod-template-hash'),
          additions,
        },
        props,
      ),
    },
  };
  return typedObject(k8s.KubeDeployment, construct, 'deployment', deployment);
}

/** Whether there never is more than one pod. */
export function isAlone(props: DataApiProps): boolean {
  return !props.autoscaling && replicasOf(props) < 2;
}

/** How many pods there are, or at the least. */
export function replicasOf({ autoscaling, replicas = 3 }: DataApiProps): number {
  return autoscaling ? (autoscaling.minReplicas ?? 2) : replicas;
}
