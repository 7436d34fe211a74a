import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { refuseForeign } from './kubernetes/namespaces';
import { closedRegistry } from './locked/closed-registry';
import { api, images, load, pushedSaying } from './locked/images';
import { namespace, ranInCluster, removedFromCluster } from './locked/in-cluster';
import { type LockedProject, lockedProject } from './locked/project';
import { inspected } from './registry';
import { run } from './run';
import { describeOn } from './selected';
import { pathWithoutBuildx } from './without-buildx';

// Each test goes on where the one before has ended: what is locked, then the tags move, then what runs.
let project: LockedProject;
/** The digests of the first push. */
let first: readonly [api: string, load: string];

beforeAll(async () => {
  project = lockedProject();
  await pushedSaying('first');
  first = await digests();
});

afterAll(async () => {
  await project.compose('--profile=*', 'down', '--volumes', '--timeout=1');
  project.remove();
});

async function digests(): Promise<readonly [api: string, load: string]> {
  return [(await inspected(api)).digest, (await inspected(load)).digest];
}

function lockText([apiDigest, loadDigest]: readonly [string, string]): string {
  return `${JSON.stringify({ version: 1, images: { [api]: apiDigest, [load]: loadDigest } }, undefined, 2)}\n`;
}

test('without a lock, requireDigests refuses each image, and nothing is written', async () => {
  const { ok, stderr } = await project.synth({ REQUIRE_DIGESTS: 'on' });
  expect(ok).toBe(false);
  for (const image of [api, load]) {
    expect(stderr).toContain(`has no digest, and requireDigests asks for one, got "${image}"`);
  }
  expect(project.outputs()).toBe('');
});

test('the lock holds what the registry says, of an image for two platforms the digest of both together', async () => {
  expect(await project.tandem(['lock'])).toMatchObject({ ok: true, stderr: '' });
  expect(project.lock()).toBe(lockText(first));
  const { platforms } = await inspected(load);
  expect(platforms).toHaveLength(2);
  expect(platforms).not.toContain(first[1]);
});

test('without buildx it is the same, whatever else docker knows of the same images', async () => {
  rmSync(join(project.folder, 'images.lock.json'));
  for (const other of [`${images}/a-copy:1`, `${images}/load:copy`]) {
    await run('docker', ['tag', `${load}-own`, other]);
    await run('docker', ['push', '--quiet', other]);
  }
  const PATH = await pathWithoutBuildx(project.folder);
  expect(await project.tandem(['lock'], { PATH })).toMatchObject({ ok: true, stderr: '' });
  expect(project.lock()).toBe(lockText(first));
});

test('with it both outputs name tag and digest, as requireDigests and tandem check ask', async () => {
  expect(await project.synth({ REQUIRE_DIGESTS: 'on' })).toMatchObject({ ok: true });
  const named = [...project.outputs().matchAll(/^ *(?:- )?image: '(.+)'$/gm)].map(([, image]) => image);
  const each = [`${api}@${first[0]}`, `${load}@${first[1]}`];
  expect(named.sort()).toEqual([...each, ...each].sort());
  expect(await project.tandem(['check'])).toMatchObject({ ok: true });
});

test('a tag that has moved is said, and the lock stays as it is', async () => {
  await pushedSaying('second');
  const second = await digests();
  const { ok, stdout } = await project.tandem(['lock']);
  expect(ok).toBe(true);
  expect(stdout).toContain(`${api}: points to ${second[0]} now, and stays locked to ${first[0]}`);
  expect(stdout).toContain(`${load}: points to ${second[1]} now, and stays locked to ${first[1]}`);
  expect(project.lock()).toBe(lockText(first));
  const byTag = await run('docker', ['run', '--rm', '--pull=always', load]);
  expect(byTag.stdout).toBe('second\n');
});

describeOn('compose')('Docker', () => {
  test('runs what is locked, by its digest, wherever the tag points', async () => {
    await project.compose('up', '--wait', '--quiet-pull');
    expect(await project.compose('exec', '-T', 'api', 'cat', '/www/ready')).toBe('first\n');
    expect(await project.compose('run', '--rm', 'load')).toBe('first\n');
  });
});

describeOn('kubernetes')('the cluster', () => {
  beforeAll(() => refuseForeign([namespace]));
  afterAll(removedFromCluster);

  test('runs what is locked, by its digest, wherever the tag points', async () => {
    const [apiName, loadName] = [api, load].map((image) => image.replace(/:1$/, ''));
    expect(await ranInCluster(project)).toEqual({
      said: 'first\n',
      images: [`${apiName}@${first[0]}`, `${loadName}@${first[1]}`],
    });
  });
});

describe('what cannot be locked', () => {
  test('is said, all of it, in words, and the lock stays as it is', async () => {
    const closed = await closedRegistry();
    const [absent, unreachable, forbidden] = [`${images}/none:1`, '127.0.0.1:1/none:1', `${closed.host}/none:1`];
    const more = { MORE_IMAGES: [absent, unreachable, forbidden].join(' ') };
    const { ok, stdout, stderr } = await project.tandem(['lock'], more);
    closed.close();
    expect({ ok, stdout }).toEqual({ ok: false, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^${absent}: not found\\.\\n  Fix: push it first; `, 'm'));
    expect(stderr).toMatch(new RegExp(`^${unreachable}: .*connection refused\\.\\n  Fix: let this machine reach`, 'm'));
    expect(stderr).toMatch(new RegExp(`^${forbidden}: .*\\.\\n  Fix: .*: docker login ${closed.host};`, 'm'));
    expect(stderr).toMatch(/\nNothing was written\.\n/);
    expect(project.lock()).toBe(lockText(first));
  });

  test('is what tandem check finds missing in the lock', async () => {
    const { ok, stderr } = await project.tandem(['check'], { MORE_IMAGES: `${images}/none:1` });
    expect(ok).toBe(false);
    expect(stderr).toContain(`images.lock.json · images: lacks an image of the manifests, got "${images}/none:1".`);
  });
});

test('by its name one image is locked anew, and by --update each', async () => {
  const second = await digests();
  expect(await project.tandem(['lock', api])).toMatchObject({ ok: true });
  expect(project.lock()).toBe(lockText([second[0], first[1]]));
  expect(await project.tandem(['lock', '--update'])).toMatchObject({ ok: true });
  expect(project.lock()).toBe(lockText(second));
  expect(await project.synth()).toMatchObject({ ok: true });
  expect(await project.compose('run', '--rm', 'load')).toBe('second\n');
});
