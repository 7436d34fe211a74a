import { type App, Chart } from 'cdk8s';
import { DataApi } from 'cdk8s-tandem';
import fc from 'fast-check';
import { textOfHex } from '../description/description';
import { expanded, value } from '../families/env';
import { contentOf } from '../families/paths';
import { composeTarget } from './compose/target';
import { type Synthesis, synthesisOf } from './definition';
import { describeOn } from './selected';
import type { Target } from './target';

// What constructs take arrives: values of a family, drawn anew with another seed, read back in ten running containers.

const seed = Number(process.env.E2E_SEED ?? 20_26);
const drawn = fc.sample(
  fc.record({
    env: fc.array(value, { minLength: 5, maxLength: 15 }),
    words: fc.array(value, { minLength: 5, maxLength: 10 }),
    files: fc.array(contentOf, { minLength: 3, maxLength: 6 }),
  }),
  { seed, numRuns: 10 },
);
type Drawn = (typeof drawn)[number];

const stays = ['sh', '-c', 'trap exit TERM; sleep infinity & wait', 'sh'];
const pathOf = (index: number) => `/srv/${index} $HOME ñ/file`;

function define(app: App): void {
  const chart = new Chart(app, 'arrives', { namespace: 'arrives' });
  drawn.forEach(({ env, words, files }, index) => {
    new DataApi(chart, `given-${index}`, {
      image: 'busybox:1.37',
      command: [...stays, ...words],
      env: Object.fromEntries(env.map((text, at) => [`V${at}`, text])),
      config: Object.fromEntries(files.map((text, at) => [pathOf(at), text])),
      startupProbe: 'none',
      livenessProbe: 'none',
      readinessProbe: 'none',
    });
  });
}

describeOn('compose')('in containers of Docker', () => {
  let synthesis: Synthesis;
  let target: Target;
  beforeAll(async () => {
    synthesis = synthesisOf({ title: 'arrives', define });
    target = composeTarget(synthesis);
    await target.start();
  });
  afterAll(async () => {
    await target.sweep();
    synthesis.remove();
  });

  const hexOf = (index: number, file: string) => {
    const unit = synthesis.units.find(({ service }) => service === `given-${index}`);
    if (!unit) throw new Error(`no service given-${index}`);
    return target.inside(unit, ({ sh }) => sh(`od -An -v -tx1 "$1" | tr -d ' \\n'`, file));
  };
  const textsIn = async (index: number, file: string) =>
    textOfHex(await hexOf(index, file))
      .split('\0')
      .slice(0, -1);
  const each = drawn.map((given, index): readonly [number, Drawn] => [index, given]);

  test.each(each)('the variables of %i arrive', async (index, { env }) => {
    const all = await textsIn(index, '/proc/1/environ');
    expect(all.filter((text) => /^V\d+=/.test(text)).sort()).toEqual(env.map((text, at) => `V${at}=${text}`).sort());
  });

  test.each(each)('the words of %i arrive', async (index, { words }) => {
    expect(await textsIn(index, '/proc/1/cmdline')).toEqual([...stays, ...words.map(expanded)]);
  });

  test.each(each)('the files of %i arrive', async (index, { files }) => {
    for (const [at, text] of files.entries()) expect(textOfHex(await hexOf(index, pathOf(at)))).toBe(text);
  });
});
