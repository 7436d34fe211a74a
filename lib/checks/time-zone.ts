import { check, inTurn, isText } from './check';
import { nearest } from './nearest';
import type { Check } from './problem';

const canonical: readonly string[] = Intl.supportedValuesOf('timeZone');

/** Names that Intl accepts but does not list; Go, and so Kubernetes, knows them in this very case. */
const links = ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'EST', 'MST', 'HST', 'EST5EDT', 'CST6CDT', 'MST7MDT', 'PST8PDT'];
const linkShape =
  /^(?:[A-Z][A-Za-z]+(?:[_-][A-Za-z]+)*|US|NZ|GB|PRC|ROC|ROK)(?:\/[A-Z][A-Za-z]+(?:[_-][A-Za-z]+)*){0,2}$|^Etc\/GMT[+-]\d{1,2}$/;

/** A name of the IANA database, in the case that Go asks for. */
export const timeZone: Check = inTurn(
  isText,
  check(
    (value) => !/^(?:GMT|UTC)?[+-]\d/.test(String(value)) && value !== 'Z',
    'is an offset, which knows no summer',
    'a place, such as Europe/Madrid, or Etc/UTC',
    'name a place of that zone',
  ),
  check(
    (value) => isKnown(String(value)),
    'is no time zone of the IANA database',
    'a name such as Europe/Madrid or Etc/UTC, in this case',
    (value) => likely(String(value)),
  ),
);

function isKnown(text: string): boolean {
  if (canonical.includes(text) || links.includes(text)) return true;
  const listed = canonical.some((zone) => zone.toLowerCase() === text.toLowerCase());
  return !listed && linkShape.test(text) && isAccepted(text);
}

function isAccepted(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function likely(text: string): string {
  const near = nearest(text.trim().replace(/ /g, '_'), [...canonical, ...links]);
  return near ? `did you mean ${near}?` : 'look it up in https://en.wikipedia.org/wiki/List_of_tz_database_time_zones';
}
