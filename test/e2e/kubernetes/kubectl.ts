import { type How, run } from '../run';

/** That of the example. */
export const namespace = 'orders';

/** Asks the cluster about the example's namespace. */
export async function kubectl(args: readonly string[], how?: How): Promise<string> {
  return (await run('kubectl', [`--namespace=${namespace}`, ...args], how)).stdout;
}
