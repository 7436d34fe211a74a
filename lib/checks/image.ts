import type { Check } from './problem';
import { quoted } from './shown';
import { textCheck } from './text-check';

/** An image as every engine reads it, with the version that is meant: https://pkg.go.dev/github.com/distribution/reference. */
export const image: Check = textCheck({
  expected: 'an image with a tag or a digest, such as ghcr.io/acme/orders-api:1.2.3.',
  example: 'ghcr.io/acme/orders-api:1.2.3',
  faults: [
    {
      when: /^[a-z][a-z0-9+.-]*:\/\//i,
      wrong: 'has a scheme, and an image is no URL',
      becomes: (text) => text.replace(/^[a-z0-9+.-]*:\/*/i, ''),
    },
    { when: /\s/, wrong: 'holds a space', becomes: (text) => text.replace(/\s/g, '') },
    {
      when: /^(?:sha\d+:)?[a-f0-9]{32,}$/i,
      wrong: 'is a digest without the name of an image',
      fix: 'write <name>@sha256:<digest>.',
    },
    {
      when: (text) => partsOf(text).digest !== undefined && !wholeDigest.test(partsOf(text).digest ?? ''),
      wrong: 'has a digest that is not whole',
      fix: 'write the digest as the registry shows it: @sha256: and 64 lower-case hexadecimal digits.',
    },
    {
      when: (text) => /[A-Z]/.test(partsOf(text).name),
      wrong: 'has capital letters in its name',
      becomes: changed(({ name, ...parts }) => ({ ...parts, name: name.toLowerCase() })),
    },
    { when: /^:/, wrong: 'has a tag and no name', fix: 'write the name of the image before the tag.' },
    {
      when: (text) => /[^/]:[^/:]*$/.test(partsOf(text).name) && partsOf(text).tag !== undefined,
      wrong: 'has two tags',
      becomes: changed(({ name, digest }) => ({ name, digest })),
    },
    {
      when: (text) => partsOf(text).tag === undefined && partsOf(text).digest === undefined,
      wrong: 'has no tag',
      fix: withVersion,
    },
    { when: (text) => partsOf(text).tag === '', wrong: 'has an empty tag', fix: withVersion },
    {
      when: (text) => partsOf(text).tag?.toLowerCase() === 'latest',
      wrong: 'has the tag latest, which is another image every few days',
      fix: withVersion,
    },
    {
      when: (text) => (partsOf(text).tag ?? '').length > 128,
      wrong: (text) => `has a tag of ${partsOf(text).tag?.length} characters`,
      fix: 'write a tag of at most 128 characters.',
    },
    {
      when: (text) => !/^(?:\w[\w.-]*)?$/.test(partsOf(text).tag ?? ''),
      wrong: 'has a tag with other characters than letters, digits, ".", "_" and "-"',
      becomes: changed(({ tag = '', ...parts }) => ({ ...parts, tag: tagFor(tag) })),
    },
    {
      when: (text) => Number(/:(\d+)$/.exec(partsOf(text).registry)?.[1]) > 65535,
      wrong: 'has a registry with a port above 65535',
      fix: 'correct the port.',
    },
    {
      when: (text) => !registryName.test(partsOf(text).name),
      wrong: 'has a name that no registry takes',
      fix: 'write parts of lower-case letters and digits, joined by "/", and within a part by ".", "_", "__" or "-".',
    },
    {
      when: (text) => partsOf(text).name.length - partsOf(text).registry.length > 255,
      wrong: 'has a name of more than 255 characters',
      fix: 'write a shorter one.',
    },
  ],
});

interface Parts {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Only a colon after the last slash begins a tag: `registry:5000/app` has none. */
export function partsOf(text: string): Parts & { readonly registry: string } {
  const [rest = '', digest] = text.split(/@(.*)/s);
  const [, name = '', tag] = /^(.*?)(?::([^/:]*))?$/s.exec(rest) ?? [];
  const registry = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
  return { name, tag, digest, registry: /[.:]|^localhost$/.test(registry) ? registry : '' };
}

function changed(change: (parts: Parts) => Parts): (text: string) => string {
  return (text) => {
    const { name, tag, digest } = change(partsOf(text));
    return name + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
  };
}

function withVersion(text: string): string {
  const versioned = changed((parts) => ({ ...parts, tag: '<version>' }));
  return `write ${quoted(versioned(text))} with the version that you have tested.`;
}

/** A tag cannot hold the `+` of a semantic version. */
function tagFor(tag: string): string {
  return tag.replace(/[^\w.-]/g, '_').replace(/^[.-]+/, '');
}

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const host = '(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])';
const registry = `(?:${host}(?:\\.${host})*|\\[[a-f0-9:]+\\])(?::\\d{1,5})?/`;
const registryName = new RegExp(`^(?:${registry})?${component}(?:/${component})*$`);
export const wholeDigest = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
