/** A value that the same document has again: `&name value`. */
export class Anchor {
  constructor(
    readonly name: string,
    readonly value: unknown,
  ) {}
}

/** The value of the anchor before it: `*name`. Every reader knows aliases; `<<` only those of YAML 1.1. */
export class Alias {
  constructor(readonly name: string) {}
}
