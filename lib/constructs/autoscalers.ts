import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { push } from '../units/push';

/** What an autoscaler of the app says, whoever made it. */
export interface Autoscaler {
  /** Path of its construct. */
  readonly construct: string;
  readonly minReplicas: number;
  readonly metrics: readonly Metric[];
}

/** A part of what the pods' containers ask for. */
export interface Metric {
  readonly resource: string;
  /** @default - all of the pod's */
  readonly container?: string;
}

type ByTarget = ReadonlyMap<string, readonly Autoscaler[]>;

const settled = new WeakMap<IConstruct, ByTarget>();

/** Says which autoscalers there are, before manifests are asked for: else each workload walks the tree to find its own. */
export function settleAutoscalers(app: IConstruct): void {
  settled.set(app, autoscalersIn(app));
}

/** Those that lead to a Deployment: who writes its replicas, too, resets at each apply what they have decided. */
export function autoscalersOf(deployment: ApiObject, namespace: string): readonly Autoscaler[] {
  const { root } = deployment.node;
  return (settled.get(root) ?? autoscalersIn(root)).get(`${namespace}/${deployment.name}`) ?? [];
}

function autoscalersIn(root: IConstruct): ByTarget {
  const found = new Map<string, Autoscaler[]>();
  for (const construct of root.node.findAll()) {
    if (!ApiObject.isApiObject(construct) || construct.kind !== 'HorizontalPodAutoscaler') continue;
    const { metadata, spec } = said(construct);
    const { kind, name } = spec?.scaleTargetRef ?? {};
    if (kind !== 'Deployment') continue;
    const target = `${metadata?.namespace ?? ''}/${name}`;
    push(found, target, autoscaler(construct, spec));
  }
  return found;
}

/** Nothing where it cannot be written: that is told when it is its turn. */
function said(object: ApiObject): Said {
  try {
    return object.toJson();
  } catch {
    return {};
  }
}

interface Said {
  readonly metadata?: { readonly namespace?: string };
  readonly spec?: AutoscalerSpec;
}

interface AutoscalerSpec {
  readonly scaleTargetRef?: { readonly kind?: string; readonly name?: string };
  readonly minReplicas?: number;
  readonly metrics?: unknown;
}

function autoscaler({ node }: ApiObject, { minReplicas = 1, metrics }: AutoscalerSpec = {}): Autoscaler {
  const given: readonly unknown[] = Array.isArray(metrics) && metrics.length > 0 ? metrics : [byDefault];
  return { construct: node.path, minReplicas, metrics: given.flatMap(metric) };
}

/** What the API server fills in. */
const byDefault = { resource: { name: 'cpu', target: { type: 'Utilization' } } };

/** Those that are a percentage of what is asked for. */
function metric(given: unknown): readonly Metric[] {
  const { resource, containerResource = resource } = Object(given);
  const { name, container, target } = Object(containerResource);
  return Object(target).type === 'Utilization' ? [{ resource: String(name), container }] : [];
}
