import { isPlainObject } from '../checks/plain-object';
import { quoted } from '../checks/shown';
import { type ForeignMatcher, isForeign, Matcher } from './matcher';

/** A pattern as it was written, or a value, on one line. */
export function described(pattern: unknown): string {
  if (pattern instanceof Matcher) return pattern.toString();
  if (isForeign(pattern)) return pattern.toAsymmetricMatcher?.() ?? foreign(pattern);
  if (typeof pattern === 'string') return quoted(pattern);
  if (Array.isArray(pattern)) return `[${pattern.map(described).join(', ')}]`;
  if (!isPlainObject(pattern)) return String(pattern);
  return `{${Object.entries(pattern)
    .map(([key, value]) => `${/^[\w$]+$/.test(key) ? key : quoted(key)}: ${described(value)}`)
    .join(', ')}}`;
}

function foreign(pattern: ForeignMatcher): string {
  return pattern.sample === undefined ? pattern.toString() : `${pattern}(${described(pattern.sample)})`;
}
