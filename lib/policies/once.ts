import type { Check } from '../checks/problem';

/** A list in which each has another of these keys. Of two alike the first of the keys is told, and nothing else: values may be secret. */
export function once(...keys: readonly [string, ...string[]]): Check {
  const finding = {
    prop: '',
    wrong: `has two with one ${keys.join(' and ')}`,
    expected: 'each once.',
    fix: 'leave one of them out.',
  };
  return (value) => twice(value, keys).map((got) => (got === undefined ? finding : { ...finding, got }));
}

const none: readonly unknown[] = [];

/** Of those ports that say the first of the keys. */
export function oncePort(...keys: readonly [string, ...string[]]): Check {
  return (value) => {
    const said = (Array.isArray(value) ? value : []).filter((port) => Object(port)[keys[0]]);
    return once(...keys)(said.map(inFull));
  };
}

/** As the API server takes a port that says less. */
function inFull(port: Readonly<Record<string, unknown>>): object {
  return { ...port, protocol: port.protocol || 'TCP', hostIP: port.hostIP || undefined };
}

/** The first of the keys of those that come again. */
function twice(value: unknown, keys: readonly [string, ...string[]]): readonly unknown[] {
  if (!Array.isArray(value) || value.length < 2) return none;
  const all = value.map(Object);
  const ids = all.map((item) => JSON.stringify(keys.map((key) => item[key])));
  const lasts = new Map(ids.map((id, index) => [id, index]));
  const again = all.filter((_, index) => lasts.get(ids[index] ?? '') !== index);
  return [...new Set(again.map((item) => item[keys[0]]))];
}
