import type { IConstruct } from 'constructs';
import { constructOf } from '../checks/construct';
import { giveLocal, type WorkloadName } from '../local/given-local';
import type { LocalOptions } from '../local/local-options';

/**
 * Gives laptop options to any construct that yields a pod: a cdk8s-plus Deployment, an included manifest or Helm chart,
 * a class of your own. Where it yields several, name the one that is meant.
 *
 * @throws SynthesisError at once, of what is no construct
 *
 * @example
 * local(deployment, { build: './services/web', publish: 8080 });
 * local(helm, { publish: 5432 }, { kind: 'StatefulSet', name: 'postgres' });
 */
export function local(construct: IConstruct, options: LocalOptions, which: WorkloadName = {}): void {
  giveLocal(constructOf(construct, 'local'), options, which);
}
