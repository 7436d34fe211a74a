import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { name } from '../../checks/name';
import { Peer } from '../../connections/peer';
import type { Reference } from '../../connections/reference';
import type { Server, WorkloadPolicy } from '../../connections/workload-policy';
import type { Identity } from '../../pods/identity';
import { accepted, record } from '../accepted';
import { autoscalersOf } from '../autoscalers';
import { childId } from '../child-id';
import { connect } from '../connect';
import { disruptionBudget } from '../disruption-budget';
import { everyWorkload } from '../every-workload';
import { gatewaysOf, httpRouteFor } from '../http-route-for';
import { ingressFor } from '../ingress-for';
import { otherPorts, scraped, scraper, serviceMonitorFor } from '../metrics-for';
import { serviceFor } from '../service-for';
import { backend, podSelector, scalingTarget } from './as-target';
import { wrongCount } from './autoscaled';
import { autoscalerFor } from './autoscaling';
import { deploymentOf, isAlone } from './deployment';
import { asksAnything, portName } from './probes';
import type { DataApiProps } from './props';
import { rules, wrongTogether } from './rules';

/** An HTTP service that answers from data: a Deployment behind a Service, hardened, probed and closed by default. */
export class DataApi extends Construct {
  readonly deployment: k8s.KubeDeployment;
  readonly service: k8s.KubeService;
  readonly serviceAccount?: k8s.KubeServiceAccount;
  /** None where there never is more than one pod, or by `disruptionBudget: 'none'`. */
  readonly disruptionBudget?: k8s.KubePodDisruptionBudget;
  readonly autoscaler?: k8s.KubeHorizontalPodAutoscalerV2;
  readonly policy: WorkloadPolicy;
  readonly configMap?: k8s.KubeConfigMap;
  readonly ingress?: k8s.KubeIngress;
  readonly httpRoute?: ApiObject;
  readonly serviceMonitor?: ApiObject;
  /** Whether an autoscaler says that it decides how many pods there are. */
  hasAutoscaler = false;
  private readonly props: DataApiProps;
  private readonly servicePort: number;

  constructor(scope: Construct, id: string, given: DataApiProps) {
    super(scope, childId(scope, id));
    const props = accepted(this, given, rules, wrongTogether);
    const { port = 8000, servicePort = port, metrics, ingress, httpRoute } = props;
    this.props = props;
    this.servicePort = servicePort;
    const { identity, serviceAccount, policy, configMap, additions } = everyWorkload(this, {
      ...props,
      component: 'api',
      nameRule: name(63, 'as long as a host name may be'),
      port,
      local: { ...(asksAnything(props) && { healthCheck: 'python' }), ...props.local },
    });
    this.serviceAccount = serviceAccount;
    this.policy = policy;
    this.configMap = configMap;
    const others = otherPorts(port, metrics);
    this.service = serviceFor(this, 'service', identity, { port: servicePort, portName, others });
    if (ingress) {
      policy.admit(ingress.controller ?? Peer.ingressController());
      this.ingress = ingressFor(this, identity, portName, ingress);
    }
    if (httpRoute) {
      for (const gateway of gatewaysOf(identity, httpRoute)) policy.admit(gateway);
      this.httpRoute = httpRouteFor(this, identity, servicePort, httpRoute);
    }
    if (metrics) policy.admit(scraper(port, metrics));
    if (metrics?.kind === 'serviceMonitor') {
      this.serviceMonitor = serviceMonitorFor(this, identity, { name: portName, port }, metrics);
    }
    this.disruptionBudget = budgetOf(this, identity, props);
    if (props.autoscaling) {
      this.autoscaler = autoscalerFor(this, identity, props.autoscaling);
      this.markHasAutoscaler();
    }
    const isScaled = () => this.hasAutoscaler || autoscalersOf(this.deployment, identity.namespace).length > 0;
    this.deployment = deploymentOf(this, identity, props, [...additions, scraped(port, metrics)], isScaled);
    record(this, () =>
      wrongCount(this.deployment, identity.namespace, props).map((finding) => ({
        construct: this.node.path,
        ...finding,
      })),
    );
  }

  /** `http://<host>:<port>`, for the `env` of a workload that calls this API. */
  url(): Reference {
    const { name, namespace } = this.policy.identity;
    return { pieces: [`http://${name}.${namespace}.svc.cluster.local:${this.servicePort}`], leadsTo: this.policy };
  }

  /** The host name alone, for the `env` of a workload that calls this API. */
  host(): Reference {
    const { name, namespace } = this.policy.identity;
    return { pieces: [`${name}.${namespace}.svc.cluster.local`], leadsTo: this.policy };
  }

  /** Opens the way to another workload, as a reference in `env` does, where no variable is wanted. */
  connectTo(server: Server): void {
    connect(this, server);
  }

  /** For `new kplus.HorizontalPodAutoscaler(…, { target: api })`, of any cdk8s-plus line. */
  toScalingTarget() {
    return scalingTarget(this.policy.identity.name, this.props);
  }

  /** An autoscaler calls it when it is made. */
  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** For `new kplus.NetworkPolicy(…, { selector: api })`, whose rules come beside those of the API's own policy. */
  toPodSelectorConfig() {
    return podSelector(this.policy.identity);
  }

  toPodSelector(): this {
    return this;
  }

  /** For the rules of a `kplus.NetworkPolicy`: `addIngressRule(api)`. */
  toNetworkPolicyPeerConfig() {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** For the rules of a `kplus.Ingress`, whose controller must be let in: `allowFrom: [Peer.ingressController()]`. */
  ingressBackend() {
    return backend(this.policy.identity.name, this.servicePort);
  }
}

/** One pod alone gets none that nobody asks for: it would say nothing. */
function budgetOf(api: Construct, identity: Identity, props: DataApiProps): k8s.KubePodDisruptionBudget | undefined {
  const { disruptionBudget: given = isAlone(props) ? 'none' : undefined } = props;
  return given === 'none' ? undefined : disruptionBudget(api, identity, given);
}
