import { problemText } from '../checks/problem';
import type { Description } from '../description';
import { unfit } from '../unfit';
import { readAppCommand } from './cdk8s-yaml';
import { describedApps } from './described-apps';
import type { Outcome } from './outcome';

/** `tandem check`: runs the app of cdk8s.yaml, which writes nothing, and compares. */
export async function check(): Promise<Outcome> {
  const command = readAppCommand(process.cwd());
  if (typeof command !== 'string') return command;
  const described = await describedApps(command);
  return 'code' in described ? described : verdict(described.apps);
}

function verdict(apps: readonly Description[]): Outcome {
  const problems = [...apps.flatMap(unfit).map(problemText), ...sharedRoots(apps)];
  if (problems.length > 0) return { code: 1, stderr: problems.map((problem) => `${problem}\n`).join('') };
  const files = apps.flatMap(({ committed }) => committed).length;
  const said =
    files > 0 ? 'what is committed is what synth writes; every difference is explained' : 'no Compose file to check';
  return { code: 0, stdout: `tandem: ${said}\n` };
}

/** The app that comes last would write over what the others wrote. */
function sharedRoots(apps: readonly Description[]): readonly string[] {
  const roots = apps.filter(({ committed }) => committed.length > 0).map(({ projectRoot }) => projectRoot);
  const shared = new Set(roots.filter((root, index) => roots.indexOf(root) !== index));
  return [...shared].map(
    (root) => `${root}: several apps write their compose.yaml there. Fix: give each a folder, with projectRoot.`,
  );
}
