import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Outcome, refused } from './outcome';

/** The command that cdk8s runs, from the cdk8s.yaml of a folder; or why there is none. */
export function readAppCommand(folder: string): string | Outcome {
  const path = join(folder, 'cdk8s.yaml');
  if (!existsSync(path)) {
    return refused(
      `there is no cdk8s.yaml in ${folder}`,
      'run it in the folder that has one; it says `app: npx tsx main.ts`.',
    );
  }
  const { app, error } = readApp(path);
  if (typeof app === 'string' && app.trim() !== '') return app;
  return refused(`${path} ${error ?? 'names no app'}`, 'say there which command runs the app: `app: npx tsx main.ts`.');
}

function readApp(path: string): { readonly app?: unknown; readonly error?: string } {
  try {
    const config: unknown = parse(readFileSync(path, 'utf8'));
    return { app: Object(config).app };
  } catch (error) {
    const [message] = String(error instanceof Error ? error.message : error).split('\n');
    return { error: `cannot be read: ${message}` };
  }
}
