import { docker } from './docker';

/** What a registry answered about a tag: the digest, of the index where the image is for several platforms; or why not. */
export type Digest = { readonly digest: string } | { readonly failure: string };

/** Asks with the user's own docker, which has the logins. Only where it has no buildx is the image pulled. */
export async function digestOf(image: string): Promise<Digest> {
  const { code } = await docker(['buildx', 'version']);
  if (code === undefined) return { failure: 'there is no docker on this machine' };
  return code === 0 ? inspected(image) : pulled(image);
}

async function inspected(image: string): Promise<Digest> {
  const { code, stdout, stderr } = await docker([
    'buildx',
    'imagetools',
    'inspect',
    '--format',
    '{{json .Manifest}}',
    '--',
    image,
  ]);
  return code === 0 ? digestIn(stdout.toString(), 'the manifest') : failed(stderr);
}

async function pulled(image: string): Promise<Digest> {
  const pull = await docker(['pull', '--quiet', '--', image]);
  if (pull.code !== 0) return failed(pull.stderr);
  const { stdout } = await docker(['image', 'inspect', '--format', '{{json .RepoDigests}}', '--', image]);
  return digestIn(stdout.toString(), 'RepoDigests');
}

function digestIn(text: string, where: string): Digest {
  const [, digest] = /(?:"digest":\s*"|@)(sha256:[a-f0-9]{64})"/.exec(text) ?? [];
  return digest ? { digest } : failed(`docker named no digest in ${where}`);
}

function failed(said: string): Digest {
  return {
    failure:
      said
        .split('\n')
        .at(-1)
        ?.replace(/^ERROR: /, '') || 'docker said nothing',
  };
}
