import type { Facts } from './facts';
import type { Finding } from './finding';

/** What images are built from must be there. */
export function builds({ unbuildable }: Pick<Facts, 'unbuildable'>): readonly Finding[] {
  return unbuildable.map(({ service, path }) => ({
    what: `${service} is built from what is not there: ${path}`,
    fix: 'add it, or correct local.build of the app and run npx cdk8s synth.',
  }));
}
