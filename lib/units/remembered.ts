/**
 * The same function, which works once for each key: an app has one schedule, zone or script in hundreds of places.
 *
 * @param most so many keys, beyond which it begins anew: what is remembered for the life of a process is bounded
 */
export function remembered<K, T>(work: (key: K) => T, most = 10_000): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const value = work(key);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
