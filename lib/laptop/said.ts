import { stripVTControlCharacters } from 'node:util';

/** The end of what a program said, for a terminal: each secret is blotted out, in whichever form it is known to appear. */
export function lastLines(text: string, secrets: readonly string[], most: number): readonly string[] {
  const plain = stripVTControlCharacters(text).replaceAll('\r', '\n');
  return blotted(plain, secrets)
    .split('\n')
    .map((line) => shortened(line.replace(/\p{C}+/gu, ' ').trim()))
    .filter(Boolean)
    .slice(-most);
}

function blotted(text: string, secrets: readonly string[]): string {
  // The longest first: one may begin with another.
  const forms = [...new Set(secrets.flatMap(formsOf))].filter(Boolean).sort((a, b) => b.length - a.length);
  return forms.reduce((rest, form) => rest.replaceAll(form, '***'), text);
}

/** As it is, in a URL, in JSON, in a header; and of one with several lines each of them. */
function formsOf(secret: string): readonly string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  return [secret, secret.trim(), ...lines].flatMap((text) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  ]);
}

function shortened(line: string): string {
  return line.length > 200 ? `${line.slice(0, 200)} …` : line;
}
