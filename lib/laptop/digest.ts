import { type Answer, docker } from './docker';

/** What a registry answered about a tag: the digest, of the index where the image is for several platforms; or why not. */
export type Digest = { readonly digest: string } | { readonly failure: string };

/** Asks with the user's own docker, which has the logins. Only where it has no buildx is the image pulled. */
export async function digestOf(image: string): Promise<Digest> {
  const { code } = await docker(['buildx', 'version']);
  if (code === undefined) return { failure: 'there is no docker on this machine' };
  return code === 0 ? inspected(image) : pulled(image);
}

/** The manifest's own digest comes first, before those of its platforms. */
async function inspected(image: string): Promise<Digest> {
  const inspect = ['buildx', 'imagetools', 'inspect', '--format', '{{json .Manifest}}', '--', image];
  return digestIn(await docker(inspect), image, /"digest":\s*"(sha256:[a-f0-9]{64})"/);
}

/**
 * What docker says of this pull is about this tag. What it knows of the image is not: another repository, or an earlier
 * pull, may have given it other digests.
 */
async function pulled(image: string): Promise<Digest> {
  return digestIn(await docker(['pull', '--', image], { seconds: 3600 }), image, /^Digest: (sha256:[a-f0-9]{64})$/m);
}

function digestIn({ code, stdout, stderr }: Answer, image: string, where: RegExp): Digest {
  if (code !== 0) return { failure: lastWords(stderr, image) };
  const [, digest] = where.exec(stdout.toString()) ?? [];
  return digest ? { digest } : { failure: 'docker named no digest' };
}

/** Whoever shows them says which image they are about. */
function lastWords(said: string, image: string): string {
  const line =
    said
      .split('\n')
      .at(-1)
      ?.replace(/^(?:ERROR|Error response from daemon): /, '') ?? '';
  return (line.startsWith(`${image}: `) ? line.slice(image.length + 2) : line) || 'docker said nothing';
}
