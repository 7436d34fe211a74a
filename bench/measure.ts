import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one process measured. */
export interface Measured {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

/** The arguments of a process: who synthesizes, and what. */
export interface Asked {
  readonly who: 'tandem' | 'plain' | 'objects';
  readonly workloads: number;
  readonly charts: number;
  /** File of the objects: made by `objects`, for `plain`. */
  readonly file: string;
}

/** From the first construct to the last file; loading the libraries and preparing the input are not in it. */
function measure(asked: Asked, outdir: string): Measured {
  const synthesis = preparations[asked.who](asked, outdir);
  const start = performance.now();
  synthesis();
  const milliseconds = performance.now() - start;
  return { milliseconds, mebibytes: process.resourceUsage().maxRSS / 1024 };
}

/** Each loads what it alone needs: plain cdk8s is not to pay for us. */
type Prepare = (asked: Asked, outdir: string) => () => void;

const preparations: Readonly<Record<Asked['who'], Prepare>> = {
  tandem: ({ workloads, charts }, outdir) => {
    const { platform } = require('./platform') as typeof import('./platform');
    return () => platform(outdir, workloads, charts).synth();
  },
  plain: ({ charts, file }, outdir) => {
    const { preparePlain } = require('./plain') as typeof import('./plain');
    const make = preparePlain(outdir, JSON.parse(readFileSync(file, 'utf8')), charts);
    return () => make().synth();
  },
  objects: ({ workloads, charts, file }, outdir) => {
    const { platform } = require('./platform') as typeof import('./platform');
    const { synthesize } = require('../build/app') as typeof import('../lib/app');
    const { manifests } = synthesize(platform(outdir, workloads, charts), {});
    return () => writeFileSync(file, JSON.stringify(manifests.map(({ object }) => object)));
  },
};

function main(): void {
  const outdir = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  try {
    process.stdout.write(JSON.stringify(measure(JSON.parse(process.argv[2] ?? ''), outdir)));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

main();
