import { LabelSelector } from 'cdk8s-plus-28';
import type { Identity } from '../../pods/identity';
import { defaultResources } from './api-container';
import type { DataApiProps } from './props';

/**
 * Passes for an instance of a cdk8s-plus class: each of its lines takes its own instances alone by type, and when it
 * runs whatever does the same.
 */
type OfAnyLine = never;

/** What a `kplus.HorizontalPodAutoscaler` asks of its target. */
export interface ScalingTarget {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly containers: OfAnyLine[];
}

export function scalingTarget(name: string, { image, resources, containers = [] }: DataApiProps): ScalingTarget {
  const { cpu, memory } = { ...defaultResources, ...resources };
  const all = [{ name, image, resources: { cpu, memory } }, ...containers];
  return { kind: 'Deployment', apiVersion: 'apps/v1', name, containers: all as OfAnyLine[] };
}

/** What a `kplus.NetworkPolicy` asks of those it is for, and of those it lets through. */
export interface PodSelectorConfig {
  readonly labelSelector: OfAnyLine;
  readonly namespaces?: { readonly names: string[] };
}

export function podSelector({ selector, namespace }: Identity): PodSelectorConfig {
  const labelSelector = LabelSelector.of({ labels: { ...selector } }) as OfAnyLine;
  return { labelSelector, ...(namespace && { namespaces: { names: [namespace] } }) };
}

/** What a `kplus.Ingress` leads to. */
export function backend(name: string, number: number): OfAnyLine {
  return { _toKube: () => ({ service: { name, port: { number } } }) } as OfAnyLine;
}
