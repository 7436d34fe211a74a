export type Key = string | number;

/**
 * A place in a manifest, and the way to read it. Each read is remembered, so that afterwards `unread()` tells what
 * nobody looked at: that is what a target leaves out, observed rather than declared.
 */
export class Field {
  static root(construct: string, object: unknown): Field {
    return new Field(construct, '', object, new Set());
  }

  private constructor(
    readonly construct: string,
    private readonly pointer: string,
    private readonly value: unknown,
    private readonly read: Set<string>,
    private readonly key: Key = '',
    private readonly parent?: Field,
  ) {}

  get path(): readonly Key[] {
    return this.parent ? [...this.parent.path, this.key] : [];
  }

  /** The place below; it need not exist. Going there is not reading. */
  at(...keys: Key[]): Field {
    return keys.reduce<Field>((field, key) => field.child(key), this);
  }

  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  tryText(): string | undefined {
    return this.leaf((value): value is string => typeof value === 'string', 'text');
  }

  tryNumber(): number | undefined {
    return this.leaf((value): value is number => typeof value === 'number', 'a number');
  }

  tryBoolean(): boolean | undefined {
    return this.leaf((value): value is boolean => typeof value === 'boolean', 'true or false');
  }

  /** Text or a number, as Kubernetes' quantities and ports may be either. */
  tryScalar(): string | number | undefined {
    return this.leaf(
      (value): value is string | number => typeof value === 'string' || typeof value === 'number',
      'text or a number',
    );
  }

  text(): string {
    return this.required(this.tryText(), 'text');
  }

  number(): number {
    return this.required(this.tryNumber(), 'a number');
  }

  /** The elements of a list; none where there is no list. */
  items(): readonly Field[] {
    if (!this.exists) return [];
    if (!Array.isArray(this.value)) throw this.mustBe('a list');
    if (this.value.length === 0) this.remember();
    return this.value.map((_, index) => this.child(index));
  }

  /** The entries of a map; none where there is no map. */
  entries(): readonly (readonly [string, Field])[] {
    if (!this.exists) return [];
    if (!isMap(this.value)) throw this.mustBe('a map');
    const keys = Object.keys(this.value);
    if (keys.length === 0) this.remember();
    return keys.map((key) => [key, this.child(key)]);
  }

  texts(): readonly string[] {
    return this.items().map((item) => item.text());
  }

  /** A map of texts, such as labels. */
  textMap(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.entries().map(([key, field]) => [key, field.text()]));
  }

  /** All that is below, as one value: for places that are carried whole. */
  json(): unknown {
    for (const leaf of this.leaves()) leaf.remember();
    return this.value;
  }

  /** The value without reading it: for messages and reports. */
  peek(): unknown {
    return this.value;
  }

  /** The same place for whoever only looks whether it concerns him: what is read there is not remembered. */
  unobserved(): Field {
    return new Field(this.construct, this.pointer, this.value, new Set(), this.key, this.parent);
  }

  /** The scalars below, and the lists and maps that are empty. */
  leaves(): readonly Field[] {
    if (!this.exists) return [];
    const keys = childKeys(this.value);
    return keys.length === 0 ? [this] : keys.flatMap((key) => this.child(key).leaves());
  }

  unread(): readonly Field[] {
    return this.leaves().filter((leaf) => !this.read.has(leaf.pointer));
  }

  /** `spec/template/spec/containers/0/image`: the path as a JSON pointer, less its first slash. */
  toString(): string {
    return this.pointer;
  }

  private child(key: Key): Field {
    const below = Object(this.value) === this.value && Object.hasOwn(this.value as object, key);
    const value = below ? (this.value as Record<Key, unknown>)[key] : undefined;
    const pointer = this.parent ? `${this.pointer}/${escaped(key)}` : escaped(key);
    return new Field(this.construct, pointer, value, this.read, key, this);
  }

  private leaf<T>(is: (value: unknown) => value is T, what: string): T | undefined {
    if (!this.exists) return undefined;
    if (!is(this.value)) throw this.mustBe(what);
    this.remember();
    return this.value;
  }

  private required<T>(value: T | undefined, what: string): T {
    if (value === undefined) throw this.mustBe(what);
    return value;
  }

  private remember(): void {
    this.read.add(this.pointer);
  }

  private mustBe(what: string): UnreadableField {
    return new UnreadableField(this, what);
  }
}

/** A manifest that does not have the shape Kubernetes gives its kind. */
export class UnreadableField extends Error {
  constructor(
    readonly field: Field,
    readonly expected: string,
  ) {
    super(`${field.construct}: ${field} must be ${expected}, got ${JSON.stringify(field.peek())}`);
  }
}

function escaped(key: Key): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function childKeys(value: unknown): readonly Key[] {
  if (Array.isArray(value)) return [...value.keys()];
  return isMap(value) ? Object.keys(value) : [];
}
