/** Something about this machine that keeps the project from running as it should, and the way out. */
export interface Finding {
  readonly what: string;
  /** Lines that somebody else said of it. */
  readonly said?: readonly string[];
  readonly fix: string;
}
