import type { Chart } from 'cdk8s';
import { at, outputOf, withProp } from './documented/at';
import { dataApi } from './documented/data-api';
import { etlCronJob, etlJob } from './documented/etl';
import { type DocumentedProp, documentedProps } from './documented/props';
import type { Row, Rows, Table } from './documented/rows';
import { externalSecret, sealedSecret } from './documented/secrets';
import { statefulMongo } from './documented/stateful-mongo';

/**
 * Every prop of every construct, read from the docstrings themselves: its `@default` is what the output says, and
 * another value changes it.
 */
const tables: Readonly<Record<string, Table>> = {
  DataApi: dataApi,
  EtlCronJob: etlCronJob,
  EtlJob: etlJob,
  ExternalSecret: externalSecret,
  SealedSecret: sealedSecret,
  StatefulMongo: statefulMongo,
};

const documented = documentedProps();

test('every construct has a table', () => {
  expect(Object.keys(tables).sort()).toEqual([...documented.keys()].sort());
});

describe.each([...documented])('%s', (name, props) => {
  const { rows, minimal, make } = tables[name] as Table;
  const outputs = (given: object) => outputOf((chart: Chart) => void make(chart, given as never));

  test('has a row for each prop, and none beside', () => {
    expect(Object.keys(rows).sort()).toEqual(props.map(({ path }) => path).sort());
  });

  test('says a default of each prop that may be left out', () => {
    expect(props.filter(({ optional, byDefault }) => optional && !byDefault).map(({ path }) => path)).toEqual([]);
  });

  test.each(props.map((prop) => [prop.path, prop] as const))('%s', (path, prop) => {
    const row = rows[path];
    const given = { ...minimal, ...around(rows, path), ...row?.beside };
    const changed = withProp(given, path, row?.sample);
    if (!row || 'refused' in row) return expect(() => outputs(changed)).toThrow(row?.refused);
    const output = outputs(given);
    if (prop.optional) expectDefault(row, prop, at(output, row.at));
    const literal = literalOf(prop);
    if (literal !== undefined) expect(outputs(withProp(given, path, literal))).toEqual(output);
    expect(at(outputs(changed), row.at)).not.toEqual(at(output, row.at));
  });
});

/** The least of what the prop lies in. */
function around(rows: Rows, path: string): object {
  return path
    .split('.')
    .slice(0, -1)
    .map((_, index, steps) => steps.slice(0, index + 1).join('.'))
    .filter((above) => above in rows)
    .reduce((given, above) => {
      const { least, sample, beside } = rows[above] as Row;
      return { ...withProp(given, above, least ?? sample), ...beside };
    }, {});
}

function expectDefault(row: Row, { byDefault }: DocumentedProp, shown: unknown): void {
  if (Object.hasOwn(row, 'byDefault')) expect(shown).toEqual(row.byDefault);
  else expect(String(shown)).toBe(byDefault);
}

/** Prose stands after a dash. */
function literalOf({ byDefault }: DocumentedProp): unknown {
  if (byDefault === undefined || byDefault.startsWith('- ')) return undefined;
  return /^(\d+|true|false)$/.test(byDefault) ? JSON.parse(byDefault) : byDefault;
}
