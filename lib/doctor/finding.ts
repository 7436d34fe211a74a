/** Something about this machine that keeps the project from running as it should, and the way out. */
export interface Finding {
  readonly what: string;
  readonly fix: string;
}
