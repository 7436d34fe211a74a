/** The limits of a control group, in bytes and processors, where version 2 says them or version 1 does. */
export function limitsIn(said: string): Readonly<Record<string, string>> {
  const files = new Map(
    said
      .trim()
      .split('\n')
      .map((line) => [line.split(' ', 1)[0] ?? '', line.replace(/^\S+ /, '')]),
  );
  return files.has('memory.max') ? second(files) : first(files);
}

type Files = ReadonlyMap<string, string>;

function first(files: Files): Readonly<Record<string, string>> {
  const number = (name: string) => Number(files.get(name));
  const quota = number('cpu.cfs_quota_us');
  return {
    memory: bytes(files.get('memory.limit_in_bytes')),
    'memory and swap': bytes(files.get('memory.memsw.limit_in_bytes')),
    processors: quota < 0 ? 'none' : String(quota / number('cpu.cfs_period_us')),
    'share of processors': String(number('cpu.shares')),
    processes: bytes(files.get('pids.max')),
  };
}

/** There the swap counts apart from the memory. */
function second(files: Files): Readonly<Record<string, string>> {
  const memory = files.get('memory.max');
  const swap = files.get('memory.swap.max');
  const [quota, period] = (files.get('cpu.max') ?? '').split(' ');
  return {
    memory: bytes(memory),
    'memory and swap': swap === 'max' || memory === 'max' ? 'none' : String(Number(memory) + Number(swap)),
    processors: quota === 'max' ? 'none' : String(Number(quota) / Number(period)),
    'share of processors': `weight ${files.get('cpu.weight')}`,
    processes: bytes(files.get('pids.max')),
  };
}

/** Version 1 has no word for none: it is the greatest number of whole pages. */
function bytes(said: string | undefined): string {
  return said === 'max' || Number(said) > 2 ** 60 ? 'none' : String(said);
}
