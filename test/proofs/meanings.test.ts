import { meansNothing } from '../../lib/differences/by-meaning';
import { sinks } from '../zoo/sinks/sinks';
import { apps } from './apps';
import { inputOf, outcomeOf } from './outcome';

/* Claim: what follows from a difference is said in a sentence that can be read alone, as the terminal shows it. */

const outcomes = Object.values({ ...apps, ...sinks }).map((define) => outcomeOf(inputOf(define)));
const meanings = new Set(outcomes.flatMap(({ differences }) => differences.flatMap(({ means }) => means ?? [])));

/** A command alone, and what begins with nobody knows what. */
const halves =
  /^(docker compose [a-z]+( --[a-z]+)*$|(it|its|they|them|others|older|none|there|run|start|give|write|mount)\b)/;

test('it is no command alone, and says what it speaks of', () => {
  const telling = [...meanings].filter((means) => !meansNothing({ means }));
  expect(telling.length).toBeGreaterThan(50);
  expect(telling.filter((means) => halves.test(means))).toEqual([]);
});

test.each([
  'docker compose down --volumes',
  'older ones refuse the file',
  'run it once more yourself',
  'it stays the same',
])('"%s" would be found', (means) => expect(means).toMatch(halves));
