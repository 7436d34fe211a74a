import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Compose } from './compose';
import { Manifests } from './manifests';
import { Mismatched } from './mismatched';

/**
 * A port of `server` is open to `client` on both targets: NetworkPolicies let it out and in, and on a laptop the two
 * share a network. Each is a construct, or the name of a workload beside one; of two names, `app` says of which app.
 *
 * @throws Mismatched with which target refuses, and why
 */
export function connects(client: IConstruct | string, server: IConstruct | string, port: number, app?: App): void {
  const found = app ?? appOf(client, server);
  both(
    () => Manifests.from(found).connects(client, server, port),
    () => Compose.from(found).connects(client, server),
  );
}

/**
 * Neither target lets `client` reach `server`: on this port, or on any. A Compose network closes no port and has no
 * direction, so who may answer can call, too: what a cluster alone refuses, `Manifests.from(app).cannotConnect` says.
 *
 * @throws Mismatched with which target lets it
 */
export function cannotConnect(
  client: IConstruct | string,
  server: IConstruct | string,
  port?: number,
  app?: App,
): void {
  const found = app ?? appOf(client, server);
  both(
    () => Manifests.from(found).cannotConnect(client, server, port),
    () => Compose.from(found).cannotConnect(client, server),
  );
}

/** What each target has to say, in one message. */
function both(...asked: readonly (() => void)[]): void {
  const failures = asked.flatMap((ask) => {
    try {
      ask();
      return [];
    } catch (error) {
      if (!(error instanceof Mismatched)) throw error;
      return [error.message];
    }
  });
  if (failures.length > 0) throw new Mismatched([...new Set(failures)].join('\n'));
}

function appOf(...asked: readonly (IConstruct | string)[]): App {
  const roots = asked.flatMap((one) => (typeof one === 'string' ? [] : [one.node.root]));
  const [root] = roots;
  if (root === undefined)
    throw new Mismatched('Two names are of no app: pass a construct, or the app as the last argument.');
  if (new Set(roots).size > 1) throw new Mismatched('The two constructs are in two apps.');
  if (root instanceof App) return root;
  throw new Mismatched(`${asked.map(String).join(' and ')} are in no App.`);
}
