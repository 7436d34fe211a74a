import type { Construct } from 'constructs';
import { found, within } from '../checks/finding';
import { peer } from '../checks/peers';
import type { Problem } from '../checks/problem';
import type { WorkloadPolicy } from '../connections/workload-policy';

/** What a workload's policy was called with: its methods take whatever they are given, and synth says what is wrong. */
export function strayCalls({ node }: Construct, { admitted, strays }: WorkloadPolicy): readonly Problem[] {
  const findings = [
    ...strays.flatMap((stray) => within('connectTo', found(stray, 'is no policy of a workload', aPolicy, fix))),
    ...admitted.flatMap((caller) => within('admit', peer(caller))),
  ];
  return findings.map((finding) => ({ construct: node.path, ...finding, prop: `policy.${finding.prop}` }));
}

const aPolicy = "another workload's policy, such as mongo.policy.";
const fix = 'write the one that it calls, or connectTo(mongo) on the workload itself.';
