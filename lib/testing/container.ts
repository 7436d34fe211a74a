import type { IConstruct } from 'constructs';
import { nearest } from '../checks/nearest';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';
import { Mismatched } from './mismatched';
import type { Container } from './resource';
import { nameOf } from './where';
import { workloadNamed } from './workload-name';

export function containerOf(all: readonly Manifest[], workload: IConstruct | string, name?: string): Container {
  const manifest = workloadNamed(all.filter(podOwner), workload);
  const containers = ['containers', 'initContainers'].flatMap((key) => podOf(manifest).at('spec', key).items());
  const found = containers.filter((container) => name === undefined || nameIn(container) === name);
  const [only, ...more] = found;
  if (only && more.length === 0) return only.peek() as Container;
  const names = containers.map(nameIn);
  const meant = name === undefined ? undefined : nearest(name, names);
  throw new Mismatched(
    name === undefined
      ? `${manifest.kind} ${nameOf(manifest)} has ${names.length} containers: ${names.join(', ')}. Say which.`
      : `${manifest.kind} ${nameOf(manifest)} has no container ${name}.${meant ? ` Did you mean ${meant}?` : ''} It has: ${names.join(', ')}.`,
  );
}

function podOf(manifest: Manifest): Field {
  return manifest.root.at(...(podOwner(manifest)?.template ?? [])).unobserved();
}

function nameIn(container: Field): string {
  return String(container.at('name').peek());
}
