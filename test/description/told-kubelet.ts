import { capabilities, type Health, type Told } from './told';

/** The part of `kubectl get pod --output=json` that we read: the API server has filled in what the manifests leave out. */
export interface KubernetesPod {
  readonly metadata: PodMetadata;
  readonly spec: {
    readonly restartPolicy: 'Always' | 'OnFailure' | 'Never';
    readonly terminationGracePeriodSeconds: number;
    readonly containers: readonly PodContainer[];
    readonly initContainers?: readonly PodContainer[];
  };
  readonly status: { readonly podIP?: string; readonly phase?: string };
}

export interface PodMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
}

interface PodContainer {
  readonly name: string;
  readonly image: string;
  readonly restartPolicy?: 'Always';
  readonly lifecycle?: { readonly stopSignal?: string };
  readonly readinessProbe?: PodProbe;
  readonly securityContext?: {
    readonly privileged?: boolean;
    readonly readOnlyRootFilesystem?: boolean;
    readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  };
}

interface PodProbe {
  readonly exec?: { readonly command: readonly string[] };
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

export function toldKubelet({ spec }: Pick<KubernetesPod, 'spec'>, name: string): Told {
  const isInit = spec.containers.every((container) => container.name !== name);
  const container = [...spec.containers, ...(spec.initContainers ?? [])].find((one) => one.name === name);
  if (!container) throw new Error(`the pod has no container ${name}`);
  const { securityContext: security, readinessProbe: probe } = container;
  return {
    image: container.image,
    restarts: container.restartPolicy === 'Always' ? 'always' : restarts(spec.restartPolicy, isInit),
    graceSeconds: spec.terminationGracePeriodSeconds,
    stopSignal: container.lifecycle?.stopSignal ?? "the image's own",
    privileged: security?.privileged ?? false,
    readOnlyRoot: security?.readOnlyRootFilesystem ?? false,
    addedCapabilities: capabilities(security?.capabilities?.add),
    droppedCapabilities: capabilities(security?.capabilities?.drop),
    health: probe && healthOf(probe),
  };
}

/** An init container that has done its work is not run again. */
function restarts(policy: KubernetesPod['spec']['restartPolicy'], isInit: boolean): Told['restarts'] {
  if (policy === 'Never') return 'never';
  return policy === 'OnFailure' || isInit ? 'on failure' : 'always';
}

function healthOf({ exec, periodSeconds, timeoutSeconds, failureThreshold }: PodProbe): Health {
  return {
    asks: exec ? exec.command : 'over the network',
    everySeconds: periodSeconds,
    timeoutSeconds,
    failures: failureThreshold,
  };
}
