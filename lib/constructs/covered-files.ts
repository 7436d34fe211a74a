import type { Construct } from 'constructs';
import { within } from '../checks/finding';
import type { Problem } from '../checks/problem';
import type { WorkloadOptions } from './every-workload';
import { secretsFolder } from './secret-files';

/** Volumes that are mounted where a file of the workload is: it would be there no more. */
export function coveredFiles(
  { node }: Construct,
  { config = {}, secretFiles, volumeMounts = [] }: WorkloadOptions,
): readonly Problem[] {
  const taken = [...Object.keys(config), ...(secretFiles ? [secretsFolder] : [])];
  return volumeMounts.flatMap(({ mountPath: got }, index) => {
    if (!taken.includes(got.replace(/\/+$/, ''))) return [];
    const wrong = 'is the place of a file of config or secretFiles';
    const finding = {
      prop: '',
      wrong,
      got,
      expected: 'a place of its own.',
      fix: 'write another path for one of them.',
    };
    const findings = within('volumeMounts', within(index, within('mountPath', [finding])));
    return findings.map((one) => ({ construct: node.path, ...one }));
  });
}
