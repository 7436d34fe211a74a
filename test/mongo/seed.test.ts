import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const script = join(__dirname, '../../lib/mongo/scripts/seed.js');

interface Content {
  readonly script?: boolean;
  readonly documents?: readonly unknown[];
}

const { sorted, collectionOf, contentOf } = require(script) as {
  sorted(names: readonly string[]): { readonly seeds: readonly string[]; readonly others: readonly string[] };
  collectionOf(name: string): string;
  contentOf(name: string, text: string, parse: (text: string) => unknown): Content;
};

describe('the files of a seed', () => {
  test('go in by their names; what is none is left out aloud, hidden files without a word', () => {
    expect(sorted(['b.json', '10-c.jsonl', 'a.js', 'README.md', '.DS_Store', 'x', 'old.csv'])).toEqual({
      seeds: ['10-c.jsonl', 'a.js', 'b.json'],
      others: ['README.md', 'old.csv', 'x'],
    });
  });

  test.each([
    ['products.json', 'products'],
    ['20-products.jsonl', 'products'],
    ['001_order.lines.json', 'order.lines'],
    ['2024.json', '2024'],
  ])('%s is of the collection %s', (name, collection) => {
    expect(collectionOf(name)).toBe(collection);
  });

  test('.json is a document or a list of them, .jsonl one a line', () => {
    expect(contentOf('a.json', '\uFEFF[{"a":1},{"a":2}]', JSON.parse)).toEqual({ documents: [{ a: 1 }, { a: 2 }] });
    expect(contentOf('a.json', '{"a":1}', JSON.parse)).toEqual({ documents: [{ a: 1 }] });
    expect(contentOf('a.jsonl', '{"a":1}\r\n\n{"a":2}\n', JSON.parse)).toEqual({ documents: [{ a: 1 }, { a: 2 }] });
    expect(contentOf('a.js', 'anything', JSON.parse)).toEqual({ script: true });
  });

  test('what is no document is refused, with its line', () => {
    expect(() => contentOf('a.json', '[1]', JSON.parse)).toThrow('1 is no document');
    expect(() => contentOf('a.json', '[[]]', JSON.parse)).toThrow('[] is no document');
    expect(() => contentOf('a.jsonl', '{}\n\n{', JSON.parse)).toThrow(/^line 3: /);
  });
});

describe('run by mongosh', () => {
  const url = 'mongodb://app:secret@mongo-0.mongo-headless:27017/app?replicaSet=rs0&authSource=app';
  let folder: string;
  let stored: Map<string, Document[]>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seed-'));
    stored = new Map();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string) => writeFileSync(join(folder, name), content);

  type Document = Readonly<Record<string, unknown>>;

  /** A database whose writes are a session's until it commits. */
  class Database {
    constructor(private readonly collections: Map<string, Document[]>) {}
    createCollection(name: string) {
      if (this.collections.has(name)) throw Object.assign(new Error('exists'), { code: 48 });
      this.collections.set(name, []);
    }
    getCollection(name: string) {
      const documents = this.collections.get(name) ?? [];
      this.collections.set(name, documents);
      return {
        findOne: ({ _id }: Document) => documents.find((one) => one._id === _id),
        insertOne: (one: Document) => documents.push(one),
        insertMany: (many: readonly Document[]) => documents.push(...many),
      };
    }
  }

  /** What mongosh gives a script. `held` is how often another transaction is in the way. */
  function run({ held = 0, away = 0 } = {}) {
    const said: string[] = [];
    const urls: string[] = [];
    let status = 0;
    let [inTheWay, absent] = [held, away];
    class Mongo {
      constructor(url: string) {
        urls.push(url);
        if (absent-- > 0) throw Object.assign(new Error('nobody'), { name: 'MongoServerSelectionError' });
      }
      getDB() {
        return new Database(stored);
      }
      startSession() {
        const own = new Map([...stored].map(([name, documents]) => [name, [...documents]]));
        return {
          startTransaction: () => {},
          getDatabase: () => new Database(own),
          commitTransaction: () => {
            if (inTheWay-- > 0)
              throw Object.assign(new Error('conflict'), {
                hasErrorLabel: (label: string) => /^Transient/.test(label),
              });
            stored = own;
          },
          abortTransaction: () => {},
          endSession: () => {},
        };
      }
    }
    class Exit extends Error {}
    const context: Record<string, unknown> = {
      Mongo,
      EJSON: JSON,
      Buffer,
      require: createRequire(script),
      sleep: () => {},
      config: { set: () => {} },
      console: { log: (line: string) => said.push(line.replace(/^seed: /, '')) },
      load: (path: string) => runInNewContext(readFileSync(path, 'utf8'), { db: context.db }),
      process: {
        env: {
          SEED_FOLDER: folder,
          MONGO_URL: url,
        },
        exit: (code: number) => {
          status = code;
          throw new Exit();
        },
      },
    };
    try {
      runInNewContext(readFileSync(script, 'utf8'), context);
    } catch (error) {
      if (!(error instanceof Exit)) throw error;
    }
    return { status, said, urls };
  }

  const found = (collection: string) => stored.get(collection) ?? [];

  test('it is a client as any other', () => {
    expect(run().urls).toEqual([url]);
  });

  test('each file goes in once, however often it runs', () => {
    file('10-products.jsonl', '{"sku":"tea"}\n{"sku":"coffee"}\n');
    file('20-more.js', 'db.getCollection("made").insertOne({ by: "script" })');
    file('empty.json', '[]');
    expect(run()).toMatchObject({
      status: 0,
      said: [
        '10-products.jsonl is in: 2 documents in products',
        '20-more.js is in',
        'empty.json is in: 0 documents in empty',
      ],
    });
    expect(run()).toMatchObject({
      status: 0,
      said: ['10-products.jsonl is in already', '20-more.js is in already', 'empty.json is in already'],
    });
    expect(found('products')).toEqual([{ sku: 'tea' }, { sku: 'coffee' }]);
    expect(found('made')).toEqual([{ by: 'script' }]);
  });

  test('a file that fails is told, ends with 1, and leaves nothing; what came before it stays', () => {
    file('10-good.json', '{"a":1}');
    file('20-bad.js', 'db.getCollection("made").insertOne({ half: 1 }); nothing.of(this)');
    file('30-later.json', '{"a":2}');
    expect(run()).toMatchObject({
      status: 1,
      said: [
        '10-good.json is in: 1 documents in good',
        'FAILED: 20-bad.js: nothing is not defined. Nothing of this file was put in',
      ],
    });
    expect([found('good'), found('made'), found('later')]).toEqual([[{ a: 1 }], [], []]);
    file('20-bad.js', 'db.getCollection("made").insertOne({ whole: 1 })');
    expect(run().said).toEqual([
      '10-good.json is in already',
      '20-bad.js is in',
      '30-later.json is in: 1 documents in later',
    ]);
    expect(found('made')).toEqual([{ whole: 1 }]);
  });

  test('a file that has changed is told, and what is in stays', () => {
    file('a.json', '{"a":1}');
    run();
    file('a.json', '{"a":2}');
    expect(run()).toMatchObject({
      status: 0,
      said: [expect.stringMatching(/^a\.json HAS CHANGED since it was put in, and what is in stays\. .* --volumes$/)],
    });
    expect(found('a')).toEqual([{ a: 1 }]);
  });

  test('what another run holds is waited for, and goes in once', () => {
    file('a.json', '{"a":1}');
    expect(run({ held: 3 })).toMatchObject({ status: 0, said: ['a.json is in: 1 documents in a'] });
    expect(found('a')).toEqual([{ a: 1 }]);
  });

  test('a mongod that does not answer yet is waited for', () => {
    expect(run({ away: 3 })).toMatchObject({ status: 0, said: [] });
  });
});
