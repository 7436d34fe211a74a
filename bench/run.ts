import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Asked, Measured } from './measure';

/**
 * `npm run bench`: both outputs of a platform of the three constructs, beside plain cdk8s writing the Kubernetes half
 * of the very same objects, in one run. Each measurement is a process of its own; of three, the middle one counts. Ours
 * is the built package, as users install it and as plain cdk8s is: what runs TypeScript directly names each function
 * anew whenever it is made.
 */
const steps: readonly (readonly [workloads: number, charts: number])[] = [
  [1, 1],
  [100, 1],
  [100, 10],
  [1000, 1],
  [1000, 10],
  [1000, 100],
  [5000, 1],
  [5000, 10],
  [5000, 100],
];

interface Row {
  readonly workloads: number;
  readonly charts: number;
  readonly tandem: Measured;
  readonly plain: Measured;
}

function main(most: number): void {
  const rows = steps.filter(([workloads]) => workloads <= most).map(([workloads, charts]) => rowOf(workloads, charts));
  process.stdout.write(`Node ${process.versions.node}\n${table(rows)}\n\n${targets(rows).join('\n')}\n`);
  if (targets(rows).some((line) => line.startsWith('MISSED'))) process.exitCode = 1;
}

function rowOf(workloads: number, charts: number): Row {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const ask = (who: Asked['who']) => measured({ who, workloads, charts, file: join(folder, 'objects.json') });
  ask('objects');
  const turns = Array.from({ length: workloads > 1000 ? 1 : 3 }, () => ({
    plain: ask('plain'),
    tandem: ask('tandem'),
  }));
  rmSync(folder, { recursive: true });
  const row = {
    workloads,
    charts,
    plain: middle(turns.map(({ plain }) => plain)),
    tandem: middle(turns.map(({ tandem }) => tandem)),
  };
  process.stderr.write(`${line(row)}\n`);
  return row;
}

function measured(asked: Asked): Measured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'measure.ts'), JSON.stringify(asked)],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...process.env, TSX_TSCONFIG_PATH: join(__dirname, 'tsconfig.json') },
    },
  );
  if (status !== 0) throw new Error(`${JSON.stringify(asked)}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout);
}

function middle(all: readonly Measured[]): Measured {
  const sorted = [...all].sort((one, other) => one.milliseconds - other.milliseconds);
  return sorted[Math.floor(sorted.length / 2)] as Measured;
}

function table(rows: readonly Row[]): string {
  const head = '| Workloads | Charts | Time ÷ plain | Memory ÷ plain | ms | MiB |\n|---:|---:|---:|---:|---:|---:|';
  return [head, ...rows.map(line)].join('\n');
}

function line({ workloads, charts, tandem, plain }: Row): string {
  const ratio = (of: keyof Measured) => (tandem[of] / plain[of]).toFixed(2);
  const { milliseconds, mebibytes } = tandem;
  return `| ${[workloads, charts, ratio('milliseconds'), ratio('mebibytes'), milliseconds.toFixed(), mebibytes.toFixed()].join(' | ')} |`;
}

/** What we hold ourselves to, and whether this run did. */
function targets(rows: readonly Row[]): readonly string[] {
  const of = (workloads: number, charts: number) =>
    rows.find((row) => row.workloads === workloads && row.charts === charts);
  const [thousand, hundred, five, split] = [of(1000, 1), of(100, 1), of(5000, 1), of(1000, 100)];
  const said = (name: string, most: number, value?: number) =>
    value === undefined
      ? []
      : [`${value <= most ? 'held' : 'MISSED'}: ${name} is ${value.toFixed(2)}, at most ${most}`];
  const perWorkload = (row?: Row) => row && row.tandem.milliseconds / row.workloads;
  const ratio = (one?: number, other?: number) => one && other && one / other;
  return [
    ...said(
      'time ÷ plain at 1,000 workloads in one chart',
      1.5,
      thousand && ratio(thousand.tandem.milliseconds, thousand.plain.milliseconds),
    ),
    ...said('time a workload, at 1,000 ÷ at 100', 1.2, ratio(perWorkload(thousand), perWorkload(hundred))),
    ...said('time a workload, at 5,000 ÷ at 1,000', 1.2, ratio(perWorkload(five), perWorkload(thousand))),
    ...said(
      'time in 100 charts ÷ in one, at 1,000',
      1.1,
      ratio(split?.tandem.milliseconds, thousand?.tandem.milliseconds),
    ),
  ];
}

main(Number(process.argv[2] ?? 5000));
