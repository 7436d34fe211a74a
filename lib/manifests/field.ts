import { type Key, Place } from './place';

/** Beyond so many places below one, an index is quicker than a look at each. */
const few = 16;

/**
 * A place in a manifest, and the way to read it. Each read is remembered, so that afterwards `unread()` tells what
 * nobody looked at: that is what a target leaves out, observed rather than declared.
 */
export class Field {
  /** @param place that of all roots, where there are many manifests */
  static root(construct: string, object: unknown, place = new Place()): Field {
    return new Field(construct, object, place);
  }

  private isRead = false;
  /** The first place below and, of each, the next: one for each place, as it is the place that remembers. */
  private first: Field | undefined = undefined;
  /** The same by their keys, where they are many. */
  private index: Map<Key, Field> | undefined = undefined;

  private constructor(
    readonly construct: string,
    private readonly value: unknown,
    readonly place: Place,
    private readonly parent?: Field,
    private readonly next?: Field,
  ) {}

  /** Of the root, the empty text. */
  get key(): Key {
    return this.place.key;
  }

  get path(): readonly Key[] {
    return this.place.path;
  }

  /** The list or map that this is in; of the root, the root. */
  get around(): Field {
    return this.parent ?? this;
  }

  /** The place below; it need not exist. Going there is not reading. */
  at(...keys: Key[]): Field {
    let field: Field = this;
    for (const key of keys) field = field.child(key);
    return field;
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

  /** The elements without reading them; none where something else than a list is. */
  peekItems(): readonly Field[] {
    return Array.isArray(this.value) ? this.value.map((_, index) => this.child(index)) : [];
  }

  /** The same place for whoever only looks whether it concerns him: what is read there is not remembered. */
  unobserved(): Field {
    return new Field(this.construct, this.value, this.place, this.parent);
  }

  /** The scalars below, and the lists and maps that are empty. */
  leaves(): readonly Field[] {
    const found: Field[] = [];
    this.collectLeaves(found);
    return found;
  }

  unread(): readonly Field[] {
    return this.leaves().filter((leaf) => !leaf.isRead);
  }

  /** `spec/template/spec/containers/0/image`: the path as a JSON pointer, less its first slash. */
  toString(): string {
    return this.place.pointer;
  }

  private child(key: Key): Field {
    const { value } = this;
    const name = Array.isArray(value) ? Number(key) : String(key);
    const known = this.known(name);
    if (known) return known;
    if (holds(value, name)) return this.added(name, value[name]);
    // Of what is not there nothing is remembered.
    return new Field(this.construct, undefined, this.place.at(key), this);
  }

  private known(key: Key): Field | undefined {
    if (this.index) return this.index.get(key);
    let field = this.first;
    for (let looked = 0; field && field.key !== key; looked++) {
      if (looked === few) return this.indexed().get(key);
      field = field.next;
    }
    return field;
  }

  private added(key: Key, value: unknown): Field {
    this.first = new Field(this.construct, value, this.place.at(key), this, this.first);
    this.index?.set(key, this.first);
    return this.first;
  }

  private indexed(): Map<Key, Field> {
    this.index = new Map();
    for (let field = this.first; field; field = field.next) this.index.set(field.key, field);
    return this.index;
  }

  private collectLeaves(found: Field[]): void {
    if (!this.exists) return;
    const keys = childKeys(this.value);
    if (keys.length === 0) found.push(this);
    for (const key of keys) this.child(key).collectLeaves(found);
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
    this.isRead = true;
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

function isMap(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

function isObject(value: unknown): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Most of what is asked for is not there: then a look at the value is enough, and quicker. */
function holds(value: unknown, name: Key): value is Record<Key, unknown> {
  return isObject(value) && value[name] !== undefined && Object.hasOwn(value, name);
}

function childKeys(value: unknown): readonly Key[] {
  if (Array.isArray(value)) return value.map((_, index) => index);
  return isMap(value) ? Object.keys(value) : none;
}

const none: readonly Key[] = [];
