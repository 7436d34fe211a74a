import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'cdk8s';
import { TandemApp } from 'cdk8s-tandem';
import { dataPlatform } from '../../apps/data-platform';
import { synthesize } from '../../lib/app';
import { lockText } from '../../lib/images/image-lock';
import { taggedImages } from '../../lib/images/image-places';
import { inFolder } from '../synthesis';
import type { Json } from './asks';
import { checks, findingsIn } from './checks';
import { everythingWrong } from './everything-wrong';
import { wholeApp } from './whole-app';

/** What a cluster gets once the images are locked. */
function lockedObjects(define: (app: App) => void): readonly Json[] {
  const manifests = (projectRoot: string) => {
    const app = new TandemApp({ outdir: '/nonexistent' });
    define(app);
    const { manifests, namespaces } = synthesize(app, { projectRoot });
    return { manifests, objects: [...namespaces, ...manifests.map(({ object }) => object)] };
  };
  return inFolder((folder) => {
    const images = taggedImages(manifests(folder).manifests);
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
    writeFileSync(
      join(folder, 'images.lock.json'),
      lockText(Object.fromEntries(images.map((image) => [image, digest]))),
    );
    return manifests(folder).objects;
  });
}

const apps: readonly (readonly [string, (app: App) => void])[] = [
  ['the example', (app) => dataPlatform(app)],
  ['every option of every construct', wholeApp],
];

test.each(apps)('scanners find nothing in %s', (_, define) => {
  expect(findingsIn(lockedObjects(define))).toEqual([]);
});

test.each(checks.map((check) => [check.ids, check] as const))('%s finds what is wrong', (_, { found }) => {
  expect(everythingWrong.flatMap((object) => found(object, everythingWrong))).not.toEqual([]);
});
