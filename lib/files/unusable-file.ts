/** A file or folder that the system would not let us use. */
export class UnusableFile extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }

  /** Node's word for what was wrong, such as `ENOSPC`. */
  get code(): string {
    return String(Object(this.cause).code ?? '');
  }
}

/**
 * Does something to a file.
 *
 * @throws UnusableFile with its path, which Node does not always say
 */
export function using<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw error instanceof UnusableFile ? error : new UnusableFile(path, error);
  }
}
