import fc from 'fast-check';
import { synthesize } from '../../lib/app';
import { problemsOf } from '../misuse/problems-of';
import { families } from './families';
import type { Family, Input } from './family';
import { appOf, writtenOf } from './written';

const all = Object.entries(families);

/** Apps of a family, each with up to four inputs; more where one looks for what is rare. */
const numRuns = Number(process.env.FAMILY_RUNS ?? 15);

/** Several in one app; those of a name of their own, each once. */
const someOf = <T extends Input>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: ({ id }) => id ?? Symbol('any') });

test.each(all)('right %s are taken, and both outputs hold them unchanged', (_, { right }: Family) => {
  fc.assert(
    fc.property(someOf(right), (inputs) => {
      writtenOf(inputs).forEach((written, index) => void inputs[index]?.kept?.(written));
    }),
    { numRuns },
  );
});

test.each(all)('wrong %s are refused all at once, in their order and each in words', (_, { wrong }: Family) => {
  fc.assert(
    fc.property(someOf(wrong), (inputs) => {
      const told = problemsOf(() => synthesize(appOf(inputs), {}));
      expect(told.join('\n')).toMatch(whole);
      expect([...new Set(told.map((line) => line.slice(0, line.indexOf('/'))))]).toEqual(
        inputs.map((_, index) => `chart-${index}`),
      );
      inputs.forEach((input, index) => {
        const of = told.filter((line) => line.startsWith(`chart-${index}/`));
        expect(of.some((line) => line.includes(` · ${input.prop}`))).toBe(true);
        if (input.secret) expect(told.join('\n')).not.toContain(input.secret);
      });
    }),
    { numRuns },
  );
});

/** Each on one line, with all its parts. */
const whole = /^(?:chart-\d\/[^\n·]+ · [^\n]+?: [^\n]+ Expected [^\n]+ Fix: [^\n]+(?:\n|$))+$/u;
