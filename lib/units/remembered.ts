/** The same function, which works once for each key: an app has one schedule, zone or script in hundreds of places. */
export function remembered<K, T>(work: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
