import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { integer, listOf } from '../checks/check';
import { env } from '../checks/env';
import { image } from '../checks/image';
import { localOptions } from '../checks/local-options';
import { name } from '../checks/name';
import { httpPath } from '../checks/path';
import { allowFrom, egress } from '../checks/peers';
import { containerPort } from '../checks/port';
import type { Finding } from '../checks/problem';
import { optional, type Rules, required, shape } from '../checks/props';
import { resources } from '../checks/resources';
import { isText } from '../checks/text';
import type { Egress } from '../connections/egress';
import { type Env, envVars } from '../connections/env';
import type { Peer } from '../connections/peer';
import type { Reference } from '../connections/reference';
import type { Server, WorkloadPolicy } from '../connections/workload-policy';
import type { LocalOptions } from '../local/local-options';
import { hardenedPod, scratch } from '../pods/hardened-pod';
import { type ContainerResources, resourceRequirements } from '../pods/resources';
import { accepted } from './accepted';
import { everyWorkload } from './every-workload';
import { serviceFor } from './service-for';

export interface DataApiProps {
  /** Image with a tag, such as `ghcr.io/acme/orders-api:1.2.3`. */
  readonly image: string;
  /**
   * Port on which the process listens, and of the Service: the same in both targets.
   *
   * @default 8000
   */
  readonly port?: number;
  /**
   * How many pods the cluster runs. A laptop runs one.
   *
   * @default 3
   */
  readonly replicas?: number;
  /**
   * Variables of the process. A reference, such as `mongo.url()`, connects the API with what it leads to.
   *
   * @default - none
   */
  readonly env?: Env;
  /**
   * Program and arguments in place of the image's own.
   *
   * @default - the image's
   */
  readonly command?: readonly string[];
  /**
   * Path that answers as long as the process lives. It must not ask a database: a pod whose liveness fails is killed.
   *
   * @default /health
   */
  readonly livenessPath?: string;
  /**
   * Path that answers when requests can be served: a pod that is not ready gets none.
   *
   * @default /ready
   */
  readonly readinessPath?: string;
  /**
   * CPU and memory that each pod asks for and may use.
   *
   * @default - cpu 200m to 500m, memory 256Mi to 512Mi
   */
  readonly resources?: ContainerResources;
  /**
   * Where the API may go that no reference leads to.
   *
   * @default - nowhere
   */
  readonly egress?: readonly Egress[];
  /**
   * Callers that this app does not make, such as an ingress controller.
   *
   * @default - none
   */
  readonly allowFrom?: readonly Peer[];
  /**
   * What only a laptop needs.
   *
   * @default - the image is pulled, no port is published, python asks the readiness path
   */
  readonly local?: LocalOptions;
}

/** An HTTP service that answers from data: a Deployment behind a Service, hardened, probed and closed by default. */
export class DataApi extends Construct {
  readonly deployment: k8s.KubeDeployment;
  readonly service: k8s.KubeService;
  readonly serviceAccount: k8s.KubeServiceAccount;
  readonly policy: WorkloadPolicy;
  private readonly port: number;

  constructor(scope: Construct, id: string, given: DataApiProps) {
    super(scope, id);
    const props = accepted(this, given, rules, samePaths);
    this.port = props.port ?? 8000;
    const { identity, serviceAccount, policy } = everyWorkload(this, {
      ...props,
      component: 'api',
      nameRule: name(63, 'as long as a host name may be'),
      port: this.port,
      local: { healthCheck: 'python', ...props.local },
    });
    this.serviceAccount = serviceAccount;
    this.policy = policy;
    this.service = serviceFor(this, 'service', identity, { port: this.port, portName });
    this.deployment = new k8s.KubeDeployment(this, 'deployment', {
      metadata: identity.metadata,
      spec: {
        replicas: props.replicas ?? 3,
        selector: { matchLabels: identity.selector },
        strategy: { rollingUpdate: { maxSurge: fromNumber(1), maxUnavailable: fromNumber(0) }, type: 'RollingUpdate' },
        template: hardenedPod({
          identity,
          graceSeconds: 30,
          containers: [apiContainer(identity.name, this.port, props)],
          volumes: [scratch('tmp', '64Mi')],
        }),
      },
    });
  }

  /** `http://<host>:<port>`, for the `env` of a workload that calls this API. */
  url(): Reference {
    const { name, namespace } = this.policy.identity;
    return { pieces: [`http://${name}.${namespace}.svc.cluster.local:${this.port}`], leadsTo: this.policy };
  }

  /** The host name alone, for the `env` of a workload that calls this API. */
  host(): Reference {
    const { name, namespace } = this.policy.identity;
    return { pieces: [`${name}.${namespace}.svc.cluster.local`], leadsTo: this.policy };
  }

  /** Opens the way to another workload, as a reference in `env` does, where no variable is wanted. */
  connectTo(server: Server): void {
    this.policy.connectTo(server.policy);
  }
}

const portName = 'http';
const { fromNumber, fromString } = k8s.IntOrString;

function apiContainer(name: string, port: number, props: DataApiProps): k8s.Container {
  const get = (path: string) => ({ path, port: fromString(portName) });
  const liveness = { httpGet: get(props.livenessPath ?? '/health') };
  return {
    name,
    image: props.image,
    command: props.command && [...props.command],
    env: envVars(props.env ?? {}),
    ports: [{ name: portName, containerPort: port, protocol: 'TCP' }],
    startupProbe: { ...liveness, periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 60 },
    livenessProbe: { ...liveness, initialDelaySeconds: 30, periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 6 },
    readinessProbe: {
      httpGet: get(props.readinessPath ?? '/ready'),
      initialDelaySeconds: 5,
      periodSeconds: 5,
      timeoutSeconds: 2,
      failureThreshold: 3,
    },
    resources: resourceRequirements(defaultResources, props.resources),
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

/** The numbers that the practice gives an API: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/. */
const defaultResources: ContainerResources = {
  cpu: { request: '200m', limit: '500m' },
  memory: { request: '256Mi', limit: '512Mi' },
};

const rules: Rules<DataApiProps> = {
  image: required(image, 'invalid:0'),
  port: optional(containerPort),
  replicas: optional(integer(1, 1000, '', 3)),
  env: optional(env),
  command: optional(listOf(isText)),
  livenessPath: optional(httpPath),
  readinessPath: optional(httpPath),
  resources: optional(resources(defaultResources)),
  egress: optional(egress),
  allowFrom: optional(allowFrom),
  local: optional(shape(localOptions)),
};

/** A pod whose database is away is not ready, but killing it does not help. */
function samePaths({ livenessPath = '/health', readinessPath = '/ready' }: DataApiProps): readonly Finding[] {
  if (livenessPath !== readinessPath) return [];
  return [
    {
      prop: 'livenessPath',
      wrong: 'is the readiness path too',
      got: livenessPath,
      expected: 'a path that answers as long as the process lives, whatever its database does',
      fix: 'serve two paths, such as /health and /ready',
    },
  ];
}
