export type Key = string | number;

/** Where something is in a manifest, in whichever: an app has the same places in thousands of them. */
export class Place {
  private readonly below = new Map<Key, Place>();

  readonly path: readonly Key[];
  /** The path as a JSON pointer, less its first slash. */
  readonly pointer: string;
  /** Among all places below one root. */
  readonly number: number;
  private readonly numbers: { next: number };

  constructor(
    /** Of the root, the empty text. */
    readonly key: Key = '',
    /** The list or map that this is in. */
    readonly around?: Place,
  ) {
    this.path = around ? [...around.path, key] : [];
    this.pointer = around ? pointerBelow(around, key) : '';
    this.numbers = around?.numbers ?? { next: 0 };
    this.number = this.numbers.next++;
  }

  at(key: Key): Place {
    const known = this.below.get(key);
    if (known) return known;
    const place = new Place(key, this);
    this.below.set(key, place);
    return place;
  }
}

function pointerBelow(around: Place, key: Key): string {
  const name = typeof key === 'number' ? String(key) : key.replace(/[~/]/g, (sign) => (sign === '~' ? '~0' : '~1'));
  return around.path.length === 0 ? name : `${around.pointer}/${name}`;
}
