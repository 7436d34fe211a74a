import type { Construct, IConstruct } from 'constructs';
import { record } from './accepted';
import type { IngressProps } from './ingress-props';

/** Of each app, who answers by which class, host and path. */
const taken = new WeakMap<IConstruct, Map<string, string>>();

/** Of two Ingresses with one host and path a controller refuses the second, or answers by whichever it likes. */
export function takeRoutes(construct: Construct, ingress: IngressProps): void {
  const { root, path: place } = construct.node;
  const routes = taken.get(root) ?? new Map<string, string>();
  taken.set(root, routes);
  for (const address of addressesOf(ingress)) {
    const route = `${ingress.ingressClassName ?? ''} ${address}`;
    const other = routes.get(route);
    if (other === undefined) routes.set(route, place);
    else
      record(construct, () => [
        { construct: place, prop: 'ingress', wrong: `leads ${address} here, and ${other} has it already`, ...advice },
      ]);
  }
}

function addressesOf(ingress: IngressProps): readonly string[] {
  return hostsOf(ingress).flatMap((host) => pathsOf(ingress).map((path) => `${host}${path}`));
}

export function hostsOf({ host }: IngressProps): readonly string[] {
  return [host].flat();
}

export function pathsOf({ path = '/' }: IngressProps): readonly string[] {
  return [path].flat();
}

const advice = { expected: 'a host and a path for each API.', fix: 'give one of the two another host or path.' };
