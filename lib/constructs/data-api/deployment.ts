import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { PodAddition } from '../../pods/addition';
import { hardenedPod, scratch } from '../../pods/hardened-pod';
import type { Identity } from '../../pods/identity';
import { spreadOver } from '../../pods/spread';
import { withNewerFields } from '../newer-fields';
import { apiContainer } from './api-container';
import type { DataApiProps } from './props';
import { rolloutOf } from './rollout';
import { graceSeconds } from './shutdown';

export function deploymentOf(
  construct: Construct,
  identity: Identity,
  props: DataApiProps,
  additions: readonly PodAddition[],
): k8s.KubeDeployment {
  const deployment: k8s.KubeDeploymentProps = {
    metadata: identity.metadata,
    spec: {
      replicas: replicasOf(props),
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
  return withNewerFields(new k8s.KubeDeployment(construct, 'deployment', deployment));
}

export function replicasOf({ replicas = 3 }: DataApiProps): number {
  return replicas;
}
