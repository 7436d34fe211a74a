import { check, inTurn, isText } from './check';

const host =
  '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\\[[a-fA-F0-9:]+\\])(?::\\d+)?';
const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const reference = new RegExp(
  `^(?:${host}/)?${part}(?:/${part})*(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$`,
);

/** The grammar of https://github.com/distribution/reference, with a tag or digest that says which image it is. */
export const image = inTurn(
  isText,
  check(
    (value) => !/\$\{|\{\{|\$\(/.test(String(value)),
    'holds a placeholder',
    'the image itself',
    'put the value in when the definition runs, as in `${registry}/api:1.2.3` in backticks',
  ),
  check(
    (value) => !/^[a-z]+:\/\//i.test(String(value)),
    'begins with a scheme',
    'name:tag without "https://"',
    (value) => `write ${String(value).replace(/^[a-z]+:\/\//i, '')}`,
  ),
  check(
    (value) => !/^[a-f0-9]{64}$/.test(String(value)),
    'is a bare digest',
    'name:tag',
    'write the name of the image, a colon and its tag',
  ),
  check(
    (value) => reference.test(String(value)),
    'is no image reference',
    'registry/name:tag, in lower-case letters',
    (value) => likely(String(value)),
  ),
  check((value) => String(value).length <= 255, 'is too long', 'at most 255 characters', 'shorten it'),
  check(hasTag, 'has no tag', 'name:tag', (value) => `add the tag you built, such as ${value}:1.2.3`),
  check(
    (value) => reference.exec(String(value))?.[1] !== 'latest',
    'has the tag latest, which is another image every week',
    'the tag of one build',
    'write the version, such as 1.2.3',
  ),
);

function hasTag(value: unknown): boolean {
  const [, tag, digest] = reference.exec(String(value)) ?? [];
  return tag !== undefined || digest !== undefined;
}

function likely(text: string): string {
  const lower = text.trim().toLowerCase();
  return lower !== text && reference.test(lower)
    ? `did you mean ${lower}?`
    : 'correct the reference, such as ghcr.io/acme/api:1.2.3';
}
