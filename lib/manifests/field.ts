import { partsOf, type SortOf } from './parts';
import { type Key, Place } from './place';
import { Places } from './places';
import { eachLeaf, isMap, itemOf, keyIn, valueAt } from './values';

/**
 * A place in a manifest, and the way to read it. Each read is remembered, so that afterwards `unread()` tells what
 * nobody looked at: that is what a target leaves out, observed rather than declared.
 */
export class Field {
  /** @param place that of all roots, where there are many manifests */
  static root(construct: string, object: unknown, place = new Place()): Field {
    return new Field({ construct, object, read: new Places() }, object, place);
  }

  private constructor(
    private readonly whole: Whole,
    private readonly value: unknown,
    readonly place: Place,
  ) {}

  get construct(): string {
    return this.whole.construct;
  }

  /** Of the root, the empty text. */
  get key(): Key {
    return this.place.key;
  }

  get path(): readonly Key[] {
    return this.place.path;
  }

  get isRoot(): boolean {
    return this.place.around === undefined;
  }

  /** The list or map that this is in; of the root, the root. */
  get around(): Field {
    const { whole, place } = this;
    return place.around ? new Field(whole, valueAt(whole.object, place.around), place.around) : this;
  }

  /** The place below; it need not exist. Going there is not reading. */
  at(...keys: Key[]): Field {
    let { value, place } = this;
    for (const key of keys) {
      const name = keyIn(value, key);
      value = itemOf(value, name);
      place = place.at(name);
    }
    return new Field(this.whole, value, place);
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
    return this.value.map((item, index) => this.below(index, item));
  }

  /** The entries of a map; none where there is no map. */
  entries(): readonly (readonly [string, Field])[] {
    const { value } = this;
    if (!this.exists) return [];
    if (!isMap(value)) throw this.mustBe('a map');
    const keys = Object.keys(value);
    if (keys.length === 0) this.remember();
    return keys.map((key) => [key, this.below(key, value[key])]);
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
    eachLeaf(this.value, this.place, (_, place) => this.whole.read.add(place));
    return this.value;
  }

  /** The value without reading it: for messages and reports. */
  peek(): unknown {
    return this.value;
  }

  /** The elements without reading them; none where something else than a list is. */
  peekItems(): readonly Field[] {
    return Array.isArray(this.value) ? this.value.map((item, index) => this.below(index, item)) : [];
  }

  /** The same place for whoever only looks whether it concerns him: what is read there is not remembered. */
  unobserved(): Field {
    return new Field({ ...this.whole, read: new Places() }, this.value, this.place);
  }

  /** The scalars below, and the lists and maps that are empty. */
  leaves(): readonly Field[] {
    const found: Field[] = [];
    eachLeaf(this.value, this.place, (value, place) => found.push(new Field(this.whole, value, place)));
    return found;
  }

  unread(): readonly Field[] {
    const { whole } = this;
    const found: Field[] = [];
    eachLeaf(this.value, this.place, (value, place) => {
      if (!whole.read.has(place)) found.push(new Field(whole, value, place));
    });
    return found;
  }

  /**
   * What nobody read, by its sort: a list or a map is one part where nobody read any of it, and all of it is of one. What
   * is of none comes leaf by leaf.
   */
  unreadBy<S>(sortOf: SortOf<S>): readonly (readonly [S | undefined, Field])[] {
    const { whole } = this;
    const found: [S | undefined, Field][] = [];
    const sortUnread: SortOf<S | typeof read> = (place, value, isLeaf) =>
      isLeaf && whole.read.has(place) ? read : sortOf(place, value, isLeaf);
    for (const { sort, value, place } of partsOf(this.value, this.place, sortUnread)) {
      if (sort !== read) found.push([sort, new Field(whole, value, place)]);
    }
    return found;
  }

  /** `spec/template/spec/containers/0/image`: the path as a JSON pointer, less its first slash. */
  toString(): string {
    return this.place.pointer;
  }

  private below(key: Key, value: unknown): Field {
    return new Field(this.whole, value, this.place.at(key));
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
    this.whole.read.add(this.place);
  }

  private mustBe(what: string): UnreadableField {
    return new UnreadableField(this, what);
  }
}

const read = Symbol('read');

/** What all fields of a manifest share. */
interface Whole {
  readonly construct: string;
  readonly object: unknown;
  readonly read: Places;
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
