// Runs on a laptop alone, when mongod is ready: mongosh --nodb --quiet /tandem/seed.js
// Each file of /seed goes in whole or not at all: its documents and the note that they are in are one transaction. So
// however often this runs, and wherever it is cut off, nothing goes in twice.
// All of it is inside one function: the scripts of /seed share the names outside.

(() => {
  const FOLDER = process.env.SEED_FOLDER || '/seed';
  const URL = process.env.MONGO_URL;
  const NOTES = '_seed';
  const PATIENCE_MS = 120000;
  const NAMESPACE_EXISTS = 48;

  // What a file is, and in which order they go in: pure, and all that the unit tests need.

  const KINDS = {
    '.js': () => ({ script: true }),
    '.json': (text, parse) => ({ documents: [parse(text)].flat() }),
    '.jsonl': (text, parse) => ({ documents: linesOf(text).map(({ line, number }) => parseLine(line, number, parse)) }),
  };

  const extensionOf = (name) => /\.[^.]*$/.exec(name)?.[0] ?? '';

  // `20-products.jsonl` is of the collection `products`: the number is for the order.
  const collectionOf = (name) => name.slice(0, -extensionOf(name).length).replace(/^\d+[-_.]/, '');

  // What has no meaning here is said, but for hidden files such as .DS_Store.
  function sorted(names) {
    const visible = names.filter((name) => !name.startsWith('.')).sort();
    const isSeed = (name) => Object.hasOwn(KINDS, extensionOf(name));
    return { seeds: visible.filter(isSeed), others: visible.filter((name) => !isSeed(name)) };
  }

  function contentOf(name, text, parse) {
    const content = KINDS[extensionOf(name)](text.replace(/^\uFEFF/, ''), parse);
    for (const document of content.documents ?? []) {
      const isDocument = typeof document === 'object' && document !== null && !Array.isArray(document);
      if (!isDocument) throw new Error(`${JSON.stringify(document)} is no document`);
    }
    return content;
  }

  const linesOf = (text) =>
    text
      .split('\n')
      .map((line, index) => ({ line, number: index + 1 }))
      .filter(({ line }) => line.trim() !== '');

  function parseLine(line, number, parse) {
    try {
      const document = parse(line);
      return document;
    } catch (error) {
      throw new Error(`line ${number}: ${error.message}`);
    }
  }

  if (typeof Mongo === 'undefined') {
    module.exports = { sorted, collectionOf, contentOf };
    return;
  }

  // What follows runs in mongosh, which awaits every call by itself.

  const fs = require('node:fs');
  const say = (message) => console.log(`seed: ${message}`);

  // After `docker compose restart` mongod may not answer yet. And a run that was cut off holds what it has begun to put
  // in until mongod gives it up, after a minute at most.
  function patiently(passes, attempt) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const result = attempt();
        return result;
      } catch (error) {
        if (!passes(error) || Date.now() > deadline) throw error;
      }
      sleep(1000);
    }
  }

  const isAway = (error) => /^MongoNetwork|^MongoServerSelection/.test(error.name);
  const isHeld = (error) =>
    typeof error.hasErrorLabel === 'function' && error.hasErrorLabel('TransientTransactionError');

  function makeNotes(database) {
    try {
      database.createCollection(NOTES);
    } catch (error) {
      if (error.code !== NAMESPACE_EXISTS) throw error;
    }
  }

  function inTransaction(mongo, database, work) {
    const session = mongo.startSession();
    try {
      session.startTransaction({ writeConcern: { w: 'majority' } });
      work(session.getDatabase(database));
      session.commitTransaction();
    } catch (error) {
      abort(session);
      throw error;
    } finally {
      session.endSession();
    }
  }

  // What mongod has aborted by itself cannot be aborted.
  function abort(session) {
    try {
      session.abortTransaction();
    } catch {}
  }

  function putIn(database, name, content, sha256) {
    database.getCollection(NOTES).insertOne({ _id: name, sha256, at: new Date() });
    if (content.script) runScript(database, name);
    else if (content.documents.length > 0) database.getCollection(collectionOf(name)).insertMany(content.documents);
  }

  function runScript(database, name) {
    db = database; // in a script `db` is the database, as in any of mongosh, and so it is in the transaction too
    load(`${FOLDER}/${name}`);
  }

  function seed(mongo, database, name) {
    const bytes = fs.readFileSync(`${FOLDER}/${name}`);
    const sha256 = require('node:crypto').createHash('sha256').update(bytes).digest('hex');
    const note = mongo.getDB(database).getCollection(NOTES).findOne({ _id: name });
    if (note) {
      if (note.sha256 === sha256) say(`${name} is in already`);
      else say(`${name} HAS CHANGED since it was put in, and what is in stays. ${REMEDY}`);
      return;
    }
    const content = contentOf(name, bytes.toString('utf8'), (text) => EJSON.parse(text));
    patiently(isHeld, () => inTransaction(mongo, database, (within) => putIn(within, name, content, sha256)));
    say(`${name} is in${content.script ? '' : `: ${content.documents.length} documents in ${collectionOf(name)}`}`);
  }

  const REMEDY =
    'What is new can come as a file of its own; to begin anew without all data: docker compose down --volumes';

  function main() {
    config.set('disableLogging', true);
    const { seeds, others } = sorted(fs.readdirSync(FOLDER));
    for (const name of others) say(`${name} is left out: only .js, .json and .jsonl are seeds`);
    const mongo = patiently(isAway, () => new Mongo(URL));
    const database = /^mongodb:\/\/[^/]*\/([^?]+)/.exec(URL)[1];
    makeNotes(mongo.getDB(database));
    for (const name of seeds) {
      try {
        seed(mongo, database, name);
      } catch (error) {
        throw new Error(`${name}: ${error.message}. Nothing of this file was put in`);
      }
    }
  }

  try {
    main();
  } catch (error) {
    say(`FAILED: ${error.message}`);
    process.exit(1);
  }
})();
