const f: Record<string, number> = { m: 0.001, k: 1e3, M: 1e6, G: 1e9, Ki: 1024, Mi: 1048576, Gi: 1073741824, '': 1 };
export function bytes(q: string): bigint {
  const [, n, u = ''] = /^([\d.]+)(\D*)$/.exec(q) ?? [];
  return BigInt(Math.round(Number(n) * (f[u] ?? 1)));
}
export function cpuMillis(q: string): number {
  const [, n, u = ''] = /^([\d.]+)(\D*)$/.exec(q) ?? [];
  return Math.round(Number(n) * (f[u] ?? 1) * 1000);
}
