const roots = new WeakMap<object, string>();

/** Says where an app's files are, before anything of it is read. */
export function settleProjectRoot(app: object, folder: string): void {
  roots.set(app, folder);
}

/** The working directory, where nobody has said. */
export function projectRootOf(app: object): string {
  return roots.get(app) ?? process.cwd();
}
