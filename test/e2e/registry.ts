import { createHash } from 'node:crypto';
import { run } from './run';

/** Where the tests may push, and Docker and the cluster can pull. */
export const registry = process.env.E2E_REGISTRY ?? '127.0.0.1:5000';

/** Builds an image of a Dockerfile without files, and pushes it. */
export async function pushed(image: string, dockerfile: string, ...options: readonly string[]): Promise<void> {
  const build = ['buildx', 'build', '--quiet', '--load', '--provenance=false', ...options, `--tag=${image}`, '-'];
  await run('docker', build, { input: dockerfile });
  await run('docker', ['push', '--quiet', image]);
}

/** The same, under the same tag for a second platform as well: the tag leads to an index of both. */
export async function pushedForTwo(image: string, dockerfile: string): Promise<void> {
  const parts = [`${image}-own`, `${image}-other`] as const;
  const other = process.arch === 'arm64' ? 'linux/amd64' : 'linux/arm64';
  await pushed(parts[0], dockerfile);
  await pushed(parts[1], 'FROM scratch\nLABEL empty=yes\nCMD ["none"]\n', `--platform=${other}`);
  await run('docker', ['buildx', 'imagetools', 'create', `--tag=${image}`, ...parts]);
}

export interface Inspected {
  readonly digest: string;
  /** Those of an index, one for each platform. */
  readonly platforms: readonly string[];
}

/** What `docker buildx imagetools inspect` shows to people; its digest is that of the bytes that the registry sends. */
export async function inspected(image: string): Promise<Inspected> {
  const inspect = async (...args: string[]) =>
    (await run('docker', ['buildx', 'imagetools', 'inspect', ...args, image])).stdout;
  const [, digest = ''] = /^Digest: +(\S+)$/m.exec(await inspect()) ?? [];
  const raw = await inspect('--raw');
  expect(digest).toBe(`sha256:${createHash('sha256').update(raw).digest('hex')}`);
  const manifests: readonly { readonly digest: string }[] = JSON.parse(raw).manifests ?? [];
  return { digest, platforms: manifests.map((manifest) => manifest.digest) };
}
