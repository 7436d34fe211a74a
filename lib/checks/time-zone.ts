import { nearest } from './nearest';
import type { Check } from './problem';
import { quoted } from './shown';
import { textCheck } from './text-check';

/** A time zone of IANA in its exact spelling: Intl takes any case, and Go, which reads the manifest, only that one. */
export const timeZone: Check = textCheck({
  expected: 'a name of the IANA time zone database, such as Europe/Madrid or Etc/UTC.',
  example: 'Etc/UTC',
  faults: [
    {
      when: (text) => /^(?:(?:GMT|UTC|UT|Z)?[+-][\d:]+|Z)$/i.test(text) && spelling(text) === undefined,
      wrong: 'is an offset, which no zone keeps all year',
      fix: 'write the place whose clocks are meant, such as "Europe/Madrid", or "Etc/UTC".',
    },
    { when: (text) => spelling(text) === undefined, wrong: 'is no time zone', fix: (text) => `write ${meant(text)}.` },
    {
      when: (text) => spelling(text) !== text,
      wrong: 'is in the wrong case, and Kubernetes takes the exact one only',
      becomes: (text) => spelling(text) ?? '',
    },
  ],
});

/** Areas of the database, and the few names without one. Intl knows more: `PST`, `SystemV/PST8`, `+02:00`. */
const areas =
  /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)\//i;
const withoutArea =
  'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu'.split(
    ' ',
  );
const zones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), ...withoutArea, 'Etc/UTC'];
const exact: ReadonlyMap<string, string> = new Map(zones.map((zone) => [zone.toLowerCase(), zone]));

/** The zone as the database spells it; undefined where there is none. */
function spelling(text: string): string | undefined {
  const known = exact.get(text.toLowerCase());
  if (known !== undefined) return known;
  return areas.test(text) && text !== 'US/Pacific-New' && isKnown(text)
    ? text.replace(/[A-Za-z]+/g, spelledWord)
    : undefined;
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}

/** Links are in no list of Intl: they have a capital at each word, but for these. */
const oddWords: ReadonlyMap<string, string> = new Map(
  'es of au US UTC UCT GMT ACT LHI NSW IN McMurdo DumontDUrville ComodRivadavia DeNoronha EasterIsland BajaNorte BajaSur'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

function spelledWord(word: string): string {
  return oddWords.get(word.toLowerCase()) ?? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** The nearest name, or the one that ends with the city. */
function meant(text: string): string {
  const place = text.trim().replace(/\s+/g, '_');
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${place.toLowerCase()}`));
  const near = spelling(place) ?? city ?? (place.length > 5 ? nearest(place, zones) : undefined);
  return near === undefined ? 'the place whose clocks are meant, such as "Europe/Madrid", or "Etc/UTC"' : quoted(near);
}
