import type { Construct } from 'constructs';
import { found } from '../checks/finding';
import { type Server, WorkloadPolicy } from '../connections/workload-policy';
import { record } from './accepted';

/**
 * Opens the way from a workload to another: one that is no workload or does not listen is refused. To itself means
 * from each of its pods to the others.
 */
export function connect(construct: Construct & Server, server: Server): void {
  const wrong = wrongOf(Object(server).policy);
  if (wrong === undefined) {
    construct.policy.connectTo(server.policy);
    return;
  }
  const expected = 'another workload that listens on a port, such as a DataApi or a StatefulMongo.';
  const findings = found(server, wrong, expected, 'write the one that it calls.');
  record(construct, () =>
    findings.map((finding) => ({ construct: construct.node.path, ...finding, prop: 'connectTo' })),
  );
}

function wrongOf(policy: unknown): string | undefined {
  if (!(policy instanceof WorkloadPolicy)) return 'leads to no workload';
  return policy.port === undefined ? `leads to ${policy.node.scope?.node.path}, which listens on no port` : undefined;
}
