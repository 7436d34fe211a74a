import { localOptions } from '../checks/local-options';
import { buildContext } from '../checks/project-path';
import { optional, type Rules } from '../checks/props';
import type { LocalOptions } from '../local/local-options';

/** What only a laptop needs of a database. None of it reaches a manifest. */
export interface MongoLocalOptions extends LocalOptions {
  /**
   * Folder with what the database begins with, relative to the folder of `cdk8s.yaml`. Its files go in one after the
   * other, by their names: `products.json`, a list of documents in MongoDB's Extended JSON, and `products.jsonl`, one a
   * line, into the collection `products`; `indexes.js` runs in mongosh, with `db` as the database. A number in front, as
   * in `20-products.json`, is for the order alone.
   *
   * A file goes in once, as the user `app` and in one transaction: whole or not at all. The collection `_seed` knows
   * which are in. One that has changed since is not put in again: that is said in the logs of the service `<name>-seed`.
   * Who uses the database starts when all is in; one that fails makes `docker compose up --wait` fail.
   *
   * @default - the database begins empty
   */
  readonly seed?: string;
}

export const mongoLocalOptions: Rules<MongoLocalOptions> = { ...localOptions, seed: optional(buildContext) };
